import { methodUsesOf } from "~/domain/statistics/method-versions";
import type { PublicRevision } from "~/domain/statistics/types-periods";
import { formatInstant, formatMonth } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { SourceLine } from "~/ui/statistics/source-line";
import { DifferenceTable } from "./difference-table";

/** What was published anew, for everybody: when, why, and the figures before and after. */
export function RevisionLog({ revisions }: { revisions: readonly PublicRevision[] }) {
  const t = useT();
  return (
    <section className="mt-12" id="revisions">
      <h2 className="text-2xl">{t("periods.publicHeading")}</h2>
      <p className="mt-2 max-w-prose text-soft">{t("periods.publicLead")}</p>
      {revisions.length === 0 ? (
        <p className="mt-3">{t("periods.publicNone")}</p>
      ) : (
        <ol className="mt-4 grid grid-cols-1 gap-6">
          {revisions.map((revision) => (
            <li key={`${revision.month} ${revision.number}`} className="card min-w-0 p-4">
              <Entry revision={revision} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ revision }: { revision: PublicRevision }) {
  const t = useT();
  const mark = useMark();
  const { month, number, publishedAt, causes, note, codes, before, after } = revision;
  const { methodVersion } = revision;
  const title = t("periods.publicRevision", {
    month: formatMonth(month),
    number,
    time: formatInstant(publishedAt),
  });
  return (
    <>
      <h3 className="text-lg">{title}</h3>
      <p className="mt-1">{causes.map((cause) => t(`periods.cause_${cause}`)).join("; ")}.</p>
      <p className="whitespace-pre-line">{mark(note)}</p>
      {codes.length === 0 ? (
        <p className="text-sm text-soft">{t("periods.publicNoFigures")}</p>
      ) : (
        <DifferenceTable
          codes={codes}
          before={before}
          after={after}
          label={title}
          heads={[t("periods.columnRevisedBefore"), t("periods.columnRevisedAfter")]}
        />
      )}
      <SourceLine
        of="measured"
        asOf={{ kind: "published", at: publishedAt }}
        first={month}
        last={month}
        methods={methodUsesOf([{ month, methodVersion }])}
      />
    </>
  );
}
