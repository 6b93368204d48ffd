import type { EntryCode } from "~/domain/households/types-entry";
import { CallDepartment } from "~/ui/households/call-department";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { EntryCodeCard } from "./entry-code-list";

type Props = {
  code: EntryCode;
  /** Everybody, and whoever says so too. */
  isSignedOut: boolean;
  /** Of the number that comes back, or null. */
  phoneEnding: string | null;
  query: { household?: string };
};

/** Which code it is about, what a no does, and the no. */
export function EntryRefusal({ code, isSignedOut, phoneEnding, query }: Props) {
  const t = useT();
  return (
    <>
      <div className="mt-3">
        <EntryCodeCard code={code} />
      </div>
      {code.usedAt === null ? (
        <p className="max-w-prose">{t("entry.askOpenText")}</p>
      ) : (
        <>
          <p className="max-w-prose">{t("entry.askUsedText")}</p>
          <ul className="mt-2 max-w-prose list-disc pl-6">
            {isSignedOut ? <li>{t("entry.askSignsOut")}</li> : null}
            {isSignedOut ? <li>{t("entry.askPassword")}</li> : null}
            {phoneEnding === null ? null : <li>{t("entry.askPhone", { ending: phoneEnding })}</li>}
            <li>{t("entry.askAccount")}</li>
          </ul>
        </>
      )}
      <form method="post" action={paths.entryCodeRefusal(code.id, query)} className="mt-4">
        <button className="button button-danger w-full sm:w-auto">{t("entry.refuseYes")}</button>
      </form>
      <p className="mt-3">
        <a className="button button-quiet w-full sm:w-auto" href={paths.entryCodes(query)}>
          {t("entry.refuseNo")}
        </a>
      </p>
      {code.usedAt === null ? null : (
        <div className="mt-3">
          <CallDepartment />
        </div>
      )}
    </>
  );
}
