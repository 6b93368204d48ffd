import type { ReactNode } from "react";
import { PROGRAMME_CODES, type ProgrammeCounts } from "~/domain/statistics/programme";
import { formatInteger } from "~/platform/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

type ProgrammeTableProps = {
  caption: string;
  /** Over the names of the rows. */
  head: string;
  rows: readonly { key: string; name: ReactNode; counts: ProgrammeCounts }[];
};

/** The counters of months or of communes, a row each. */
export function ProgrammeTable({ caption, head, rows }: ProgrammeTableProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <ScrollRegion label={caption}>
      <table className="table mt-3 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="align-bottom">
              {head}
            </th>
            {PROGRAMME_CODES.map((code) => (
              <th key={code} scope="col" className="amount min-w-24 align-bottom whitespace-normal">
                {t(`programme.count_${code}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, counts }) => (
            <tr key={key}>
              <th scope="row" className="min-w-28 font-normal whitespace-normal">
                {name}
              </th>
              {PROGRAMME_CODES.map((code) => (
                <td key={code} className="amount">
                  <CountText count={counts[code]} language={language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function CountText(props: { count: number | null; language: Parameters<typeof formatInteger>[1] }) {
  const t = useT();
  const { count, language } = props;
  return count === null ? (
    <span className="text-soft">{t("statistics.notYet")}</span>
  ) : (
    <span className="num">{formatInteger(count, language)}</span>
  );
}

/** The counters of the whole year, each with what it counts. */
export function ProgrammeTotals({ counts }: { counts: ProgrammeCounts }) {
  const t = useT();
  const language = useLanguage();
  return (
    <dl className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {PROGRAMME_CODES.map((code) => (
        <div key={code} className="border-t-2 border-indigo pt-2">
          <dt className="text-sm text-soft">{t(`programme.count_${code}`)}</dt>
          <dd className="text-2xl font-bold">
            <CountText count={counts[code]} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
