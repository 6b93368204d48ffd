import {
  breakdownTables,
  isNothingShown,
  type BreakdownTable,
} from "~/domain/statistics/breakdown-tables";
import { methodUsesOf } from "~/domain/statistics/method-versions";
import type { PublishedBreakdown } from "~/domain/statistics/types-periods";
import { formatInstant, formatMonth } from "~/platform/period";
import { editionName } from "~/ui/periods/edition-name";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { BreakdownDetails } from "./breakdown-details";
import { breakdownName } from "./breakdown-name";
import { BreakdownTableView } from "./breakdown-table";
import type { MapFacts } from "./commune-map";
import { CommuneMapFigure } from "./commune-map-figure";
import { SourceLine } from "./source-line";

type BreakdownProps = {
  breakdown: PublishedBreakdown;
  communeNames: Readonly<Record<string, string>>;
  /** Null: not one commune is told. */
  map: MapFacts | null;
};

/** The newest published month by commune, set, stars and payment method, as everybody may see it. */
export function BreakdownSection({ breakdown, communeNames, map }: BreakdownProps) {
  const t = useT();
  const language = useLanguage();
  const { month } = breakdown;
  const tables = breakdownTables(breakdown, (cell) => breakdownName({ t, communeNames }, cell));
  return (
    <section id="breakdown" className="mt-12">
      <h2 className="text-2xl">
        {t("statistics.breakdownHeading", { month: formatMonth(month) })}
      </h2>
      <p className="mt-2 max-w-prose">{t("statistics.breakdownScope")}</p>
      {map ? (
        <CommuneMapFigure
          month={month}
          map={map}
          communeNames={communeNames}
          hrefOf={(size) => paths.statisticsMap(language, { size })}
        />
      ) : null}
      {tables.map((table) => (
        <BreakdownDetails key={table.dimension} table={table}>
          <PublicTable table={table} breakdown={breakdown} />
        </BreakdownDetails>
      ))}
      <BreakdownNotes breakdown={breakdown} />
    </section>
  );
}

function PublicTable(props: { table: BreakdownTable; breakdown: PublishedBreakdown }) {
  const t = useT();
  const { table, breakdown } = props;
  if (table.isWithheld) {
    const isTotal = breakdown.total.disclosure === "withheld";
    return (
      <p className="max-w-prose">
        {isTotal ? t("statistics.breakdownWhyTotal") : t("statistics.breakdownWhyDimension")}
      </p>
    );
  }
  if (isNothingShown(table)) return <WithheldRows table={table} />;
  if (table.rows.length === 0) return <p>{t("statistics.breakdownEmpty")}</p>;
  return <BreakdownTableView table={table} total={breakdown.total} month={breakdown.month} />;
}

/** Instead of a table that would say nothing but that it says nothing. */
function WithheldRows({ table: { dimension, rows } }: { table: BreakdownTable }) {
  const t = useT();
  const mark = useMark();
  const names = rows.map(({ name }) => name).join("; ");
  return (
    <>
      <p className="max-w-prose">{t("statistics.breakdownWhyRows")}</p>
      <p className="mt-2 max-w-prose">
        {t("statistics.breakdownNames", {
          names: dimension === "commune" ? mark(names, "vi") : names,
        })}
      </p>
    </>
  );
}

/** Once for all four: from where, of when, by which method, what is left out. */
function BreakdownNotes({ breakdown }: { breakdown: PublishedBreakdown }) {
  const t = useT();
  const language = useLanguage();
  const { month, edition, closedAt, publishedAt, methodVersion } = breakdown;
  const { cells, withheldDimensions } = breakdown;
  const isAllShown =
    withheldDimensions.length === 0 && cells.every(({ disclosure }) => disclosure === "open");
  const notes = [
    t("statistics.breakdownPublished", {
      edition: editionName(t, edition),
      closed: formatInstant(closedAt),
    }),
    ...(isAllShown ? [] : [t("statistics.withheldNote")]),
  ];
  return (
    <>
      <SourceLine
        of="sales"
        asOf={{ kind: "published", at: publishedAt }}
        first={month}
        last={month}
        methods={methodUsesOf([{ month, methodVersion }])}
      />
      <ul className="mt-2 grid max-w-prose gap-1 text-sm text-soft print:max-w-none print:text-xs">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p className="no-print mt-4">
        <a className="button button-quiet" href={paths.statisticsBreakdown(language)}>
          {t("statistics.breakdownCsv")}
        </a>
      </p>
    </>
  );
}
