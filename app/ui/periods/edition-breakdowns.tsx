import {
  breakdownTables,
  type BreakdownTable,
  type TableCell,
} from "~/domain/statistics/breakdown-tables";
import { recordsFields, recordsOfCell } from "~/domain/statistics/records-question";
import type { Edition, PeriodManifest } from "~/domain/statistics/types-periods";
import { formatMonth, type Month } from "~/platform/period";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { BreakdownDetails } from "~/ui/statistics/breakdown-details";
import { breakdownName } from "~/ui/statistics/breakdown-name";
import { BreakdownTableView } from "~/ui/statistics/breakdown-table";
import type { MapFacts } from "~/ui/statistics/commune-map";
import { CommuneMapFigure } from "~/ui/statistics/commune-map-figure";
import { EditionSource } from "./edition-source";

type EditionBreakdownsProps = {
  edition: Edition;
  communeNames: Readonly<Record<string, string>>;
  map: MapFacts | null;
  /** Of communes, month by month; null while not enough months are closed. */
  lines: Readonly<Record<string, readonly (number | null)[]>> | null;
};

/** Every cell of an edition with its value, and in words which of them the public does not see. */
export function EditionBreakdowns({ edition, communeNames, map, lines }: EditionBreakdownsProps) {
  const { manifest } = edition;
  const t = useT();
  const nameOf = (cell: TableCell) => breakdownName({ t, communeNames }, cell);
  return (
    <section className="mt-10">
      <h2 className="text-2xl">{t("periods.breakdownsHeading")}</h2>
      <p className="mt-2 max-w-prose">{t("periods.breakdownsText")}</p>
      <p className="mt-2 max-w-prose">{t("statistics.breakdownScope")}</p>
      {map ? (
        <>
          <CommuneMapFigure
            month={manifest.month}
            map={map}
            communeNames={communeNames}
            hrefOf={(size) => paths.editionMap(manifest.month, manifest.edition, { size })}
          />
          <p className="no-print">
            <a className="underline" href={paths.communeMap()}>
              {t("maps.desk")}
            </a>
          </p>
        </>
      ) : null}
      {breakdownTables(manifest.disclosed, nameOf).map((table) => (
        <BreakdownDetails key={table.dimension} table={table}>
          <FullTable
            table={table}
            manifest={manifest}
            lines={table.dimension === "commune" ? lines : null}
          />
        </BreakdownDetails>
      ))}
      <EditionSource of="sales" edition={edition} />
    </section>
  );
}

function FullTable(props: {
  table: BreakdownTable;
  manifest: PeriodManifest;
  lines: EditionBreakdownsProps["lines"];
}) {
  const t = useT();
  const { table, manifest, lines } = props;
  const { month, disclosed } = manifest;
  const areOrdersWithheld = table.hasOrders && disclosed.figures.orders !== "open";
  return (
    <>
      {table.isWithheld ? <p className="font-semibold">{t("periods.unpublishedTable")}</p> : null}
      {table.rows.length === 0 ? (
        <p>{t("statistics.breakdownEmpty")}</p>
      ) : (
        <>
          {areOrdersWithheld ? <p>{t("periods.unpublishedOrders")}</p> : null}
          {table.dimension === "commune" ? (
            <LinesNote month={month} hasLines={lines !== null} />
          ) : null}
          <BreakdownTableView
            table={table}
            total={disclosed.total}
            month={month}
            {...(lines ? { lines } : {})}
            remarkOf={(cell) => (
              <>
                {cell.disclosure === "open" ? null : <Unpublished />}
                <OrdersLink month={month} cell={cell} />
              </>
            )}
          />
        </>
      )}
    </>
  );
}

/** What the small lines are, where their numbers stand, or why there are none. */
function LinesNote({ month, hasLines }: { month: Month; hasLines: boolean }) {
  const t = useT();
  const [year, to] = month.split("-");
  return (
    <p className="max-w-prose text-sm text-soft print:hidden">
      {hasLines ? (
        <>
          {t("periods.linesNote", { month: formatMonth(month) })}{" "}
          <a className="underline" href={paths.communeRankingCsv({ year, to })}>
            {t("periods.linesNumbers")}
          </a>
        </>
      ) : (
        t("periods.noLines", { month: formatMonth(month) })
      )}
    </p>
  );
}

function OrdersLink({ month, cell }: { month: Month; cell: TableCell }) {
  const t = useT();
  return (
    <a
      className="block text-sm underline"
      href={paths.records(recordsFields(recordsOfCell(month, cell)))}
    >
      {t("records.link")}
    </a>
  );
}

function Unpublished() {
  const t = useT();
  return <span className="block text-sm text-soft">{t("periods.unpublished")}</span>;
}
