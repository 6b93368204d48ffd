import { stringify } from "csv-stringify/sync";
import { RATE_DECIMALS } from "./indicator";
import type { Ranking } from "./queries-ranking.server";
import type { RankInput } from "./ranking";
import { percentOf } from "./ratio";

const COLUMNS = [
  "rank",
  "status",
  "commune_code",
  "commune",
  "sales_vnd",
  "target_vnd",
  "reached_percent",
  "peak_sellers",
  "target_source",
  "months",
  "editions",
  "method_versions",
];

/**
 * A ranking as CSV (RFC 4180), UTF-8 with the mark that Excel needs: first who has a rank, then who has none with the
 * reason as its status. Amounts in đồng; what may not be told is empty. `editions`: the edition of each month that is
 * counted. Where thirteen months stand, a column of sales each. Texts that a spreadsheet would run as a formula get a
 * leading apostrophe.
 */
export function rankingCsv(ranking: Ranking): string {
  const { ranked, unranked, months, lineMonths } = ranking;
  const used = [
    months.map(({ month }) => month).join(" "),
    months.map(({ month, edition }) => `${month}:${edition}`).join(" "),
    [...new Set(months.map(({ methodVersion }) => methodVersion))].join(" "),
  ];
  const rowOf = (
    commune: RankInput,
    of: { rank: number | null; status: string; reached: string },
  ) => [
    of.rank,
    of.status,
    commune.code,
    commune.name,
    commune.sum.salesVnd,
    commune.target?.value ?? null,
    of.reached,
    commune.sum.peakSellerCount,
    commune.target?.source ?? null,
    ...used,
    ...(lineMonths.length === 0 ? [] : commune.line),
  ];
  const rows = [
    ...ranked.map((one) => {
      const reached = percentOf(one.reached, RATE_DECIMALS);
      return rowOf(one, { rank: one.rank, status: "ranked", reached });
    }),
    ...unranked.map((one) => rowOf(one, { rank: null, status: one.reason, reached: "" })),
  ];
  const head = [...COLUMNS, ...lineMonths.map((month) => `sales_vnd_${month}`)];
  // Amounts stay numbers until here: one below zero is no formula.
  return stringify([head, ...rows], {
    bom: true,
    record_delimiter: "\r\n",
    escape_formulas: true,
  });
}
