import type { EditionFault } from "~/domain/statistics/types-periods";
import type { Edition } from "~/domain/statistics/types-periods";
import { formatInteger } from "~/platform/money";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { VersionLink } from "~/ui/statistics/source-line";
import { paths } from "~/web/paths";

/** What an edition is made of and by which hash it can be checked; `faults` null: nobody asked for the check yet. */
export function EditionProof(props: { edition: Edition; faults: EditionFault[] | null }) {
  const t = useT();
  const language = useLanguage();
  const { edition, faults } = props;
  const { month, manifest, hash } = edition;
  const { saleCount, returnCount } = manifest.records;
  return (
    <section className="mt-8">
      <h2 className="text-2xl">{t("periods.proofHeading")}</h2>
      {faults === null ? null : <Found faults={faults} />}
      <p className="mt-2 max-w-prose">
        {t("periods.proofText", {
          sales: formatInteger(saleCount, language),
          returns: formatInteger(returnCount, language),
        })}
      </p>
      <dl className="mt-4 grid gap-3">
        <Fact name={t("periods.hash")} value={hash} />
        <Fact
          name={t("periods.previousHash")}
          value={manifest.previousHash || t("periods.previousNone")}
        />
        <div>
          <dt className="text-sm text-soft">{t("periods.methodVersion")}</dt>
          <dd>
            <VersionLink version={manifest.methodVersion} />
          </dd>
        </div>
      </dl>
      <form method="post" action={paths.editionCheck(month, edition.edition)} className="mt-4">
        <button className="button button-main">{t("periods.check")}</button>
      </form>
      <p className="mt-4 flex flex-wrap gap-3">
        <a className="button button-quiet" href={paths.editionReport(month, edition.edition)}>
          {t("report.link")}
        </a>
        <a className="button button-quiet" href={paths.editionManifest(month, edition.edition)}>
          {t("periods.downloadManifest")}
        </a>
        <a className="button button-quiet" href={paths.editionRecords(month, edition.edition)}>
          {t("periods.downloadRecords")}
        </a>
      </p>
      <p className="mt-2 text-sm text-soft">{t("periods.downloadHint")}</p>
    </section>
  );
}

function Found({ faults }: { faults: readonly EditionFault[] }) {
  const t = useT();
  if (faults.length === 0) return <Notice tone="good" title={t("periods.checkGood")} />;
  return (
    <Notice tone="attention" title={t("periods.checkBad")}>
      <ul className="list-disc pl-5">
        {faults.map((fault) => (
          <li key={fault}>{t(`periods.fault_${fault}`)}</li>
        ))}
      </ul>
      <p className="mt-2">{t("periods.checkWayOn")}</p>
    </Notice>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-soft">{name}</dt>
      <dd>
        <code className="break-all">{value}</code>
      </dd>
    </div>
  );
}
