import { stringify } from "csv-stringify/sync";
import { toDate } from "~/platform/clock.server";
import { VIETNAM_OFFSET_MS } from "~/platform/period";
import { FIGURE_CODES, type FigureCode } from "./figure-codes";
import { figureDigits, figureOf, type Figure } from "./figures";
import type { StandingMonth } from "./types-periods";

const COLUMNS = [
  "code",
  "name",
  "month",
  "value",
  "unit",
  "numerator",
  "denominator",
  "denominator_kind",
  "stage",
  "source",
  "is_sample",
  "method_version",
  "edition",
  "edition_hash",
  "as_of",
];

export type CsvContext = {
  /** When the figures were read; written as `YYYY-MM-DDThh:mm+07:00`. */
  asOf: number;
  nameOf: (code: FigureCode) => string;
};

/**
 * The indicator as CSV (RFC 4180), UTF-8 with the mark that Excel needs, one row a figure and month in the given
 * order. Amounts in đồng, decimals after a point. Cells that a spreadsheet would run as a formula get a leading
 * apostrophe: sources are typed by people.
 */
export function indicatorCsv(months: readonly StandingMonth[], context: CsvContext): string {
  const rows = months.flatMap((standing) =>
    FIGURE_CODES.map((code) => rowOf(figureOf(code, standing.month), standing, context)),
  );
  return stringify([COLUMNS, ...rows], {
    bom: true,
    record_delimiter: "\r\n",
    escape_formulas: true,
  });
}

function rowOf(
  figure: Figure,
  { month, methodVersion, edition }: StandingMonth,
  { asOf, nameOf }: CsvContext,
): string[] {
  const ratio = figure.unit === "percent" ? figure.value : null;
  return [
    figure.code,
    nameOf(figure.code),
    month.month,
    figureDigits(figure),
    figure.unit === "billion_vnd" ? "vnd" : figure.unit,
    ratio ? String(ratio.numerator) : "",
    ratio ? String(ratio.denominator) : "",
    figure.kind ?? "",
    figure.retailTotal?.stage ?? "",
    figure.retailTotal?.source ?? "",
    figure.retailTotal ? String(figure.retailTotal.isSample) : "",
    String(methodVersion),
    edition ? String(edition.number) : "", // none: the month is open, its figures move
    edition?.hash ?? "",
    isoInVietnam(asOf),
  ];
}

function isoInVietnam(instant: number): string {
  return `${toDate(instant + VIETNAM_OFFSET_MS)
    .toISOString()
    .slice(0, 16)}+07:00`;
}
