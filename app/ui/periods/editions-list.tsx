import type { Edition, Revision } from "~/domain/statistics/types-periods";
import { formatInteger } from "~/platform/money";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { editionName } from "./edition-name";

/** Every edition of a month, the newest first, with who closed it, when, and why it became another. */
export function EditionsList({ editions }: { editions: readonly Edition[] }) {
  const t = useT();
  if (editions.length === 0) return <p className="text-soft">{t("periods.editionsNone")}</p>;
  return (
    <ol className="grid gap-4" reversed>
      {editions.toReversed().map(({ id, month, edition, manifest, hash, publishedAt }) => (
        <li key={id} className="card p-4">
          <h3 className="text-lg">
            <a className="underline" href={paths.edition(month, edition)}>
              {editionName(t, edition)}
            </a>
          </h3>
          <EditionTimes manifest={manifest} publishedAt={publishedAt} />
          {manifest.revision ? <RevisionCauses revision={manifest.revision} /> : null}
          <p className="mt-2">
            <a className="underline" href={paths.editionReport(month, edition)}>
              {t("report.link")}
            </a>
          </p>
          <p className="mt-2 text-sm text-soft">
            {t("periods.hash")}: <code className="break-all">{hash}</code>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Who closed an edition and when, and since when everybody reads it. */
export function EditionTimes({ manifest, publishedAt }: Pick<Edition, "manifest" | "publishedAt">) {
  const t = useT();
  const mark = useMark();
  const { closedAt, closedBy } = manifest;
  return (
    <p className="text-sm">
      <span>
        {t("periods.editionClosed", {
          time: formatInstant(closedAt),
          name: mark(closedBy.name),
        })}
      </span>
      {". "}
      {publishedAt === null
        ? t("periods.editionUnpublished")
        : t("periods.editionPublished", { time: formatInstant(publishedAt) })}
      .
    </p>
  );
}

/** Why an edition is another than the one before. */
export function RevisionCauses({ revision }: { revision: Revision }) {
  const t = useT();
  const mark = useMark();
  const language = useLanguage();
  const { causes, note, records } = revision;
  return (
    <div className="mt-2">
      <p>
        <span className="font-semibold">{t("periods.causesLabel")}: </span>
        {causes.map((cause) => t(`periods.cause_${cause}`)).join("; ")}.
      </p>
      <p className="whitespace-pre-line">{mark(note)}</p>
      {causes.includes("orders") ? (
        <p className="text-sm">
          {t("periods.recordsChanged", {
            added: formatInteger(records.addedCount, language),
            removed: formatInteger(records.removedCount, language),
            changed: formatInteger(records.changedCount, language),
          })}
        </p>
      ) : null}
    </div>
  );
}
