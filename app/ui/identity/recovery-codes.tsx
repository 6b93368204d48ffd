import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** After the app is set up: the codes for the day when the phone is lost. This page is the only place where they ever stand. */
export function SecondStepDone({ codes, next }: { codes: readonly string[]; next: string }) {
  const t = useT();
  return (
    <>
      <Notice tone="good" title={t("officers.setUpSaved")} />
      <h2 className="mt-6 text-2xl">{t("officers.paperTitle")}</h2>
      <p className="mt-2">{t("officers.paperLead")}</p>
      <ol className="num mt-4 grid list-decimal gap-2 pl-8 font-mono text-lg font-bold sm:grid-cols-2 sm:gap-x-10">
        {codes.map((code) => (
          <li key={code} translate="no">
            {(code.match(/.{1,4}/g) ?? []).join(" ")}
          </li>
        ))}
      </ol>
      <p className="mt-4 text-soft">{t("officers.paperKeep")}</p>
      <p className="no-print mt-6">
        <a className="button button-main" href={next}>
          {t("officers.paperGoOn")}
        </a>
      </p>
    </>
  );
}
