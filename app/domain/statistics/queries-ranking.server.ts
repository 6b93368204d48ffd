import { listCommunes, readCommuneNames } from "~/domain/places/queries.server";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import type { Month } from "~/platform/period";
import { communeCodesIn, seriesOfCommune, sumCommune, type SalesMonth } from "./commune-sales";
import { findClosedMonths } from "./periods/queries-editions.server";
import { listClosedSales, listPublishedSales } from "./queries-commune-sales.server";
import { findPublicMonths } from "./queries-published.server";
import { listTargets } from "./queries-targets.server";
import { lineMonthsOf, rankCommunes, rankingSpan, type RankedList } from "./ranking";

export type RankingQuestion = { year: string | null; to: string | null };

/** A ranking with the months that it counts, and the months of its lines where all thirteen stand, else none. */
export type Ranking = RankedList & {
  years: string[];
  year: string;
  months: SalesMonth[];
  lineMonths: Month[];
};

/** The ranking by closed months, whole: for the department. Null where no month of the year is closed. */
export async function readClosedRanking(asked: RankingQuestion): Promise<Ranking | null> {
  return readRanking(await findClosedMonths(reader()), { asked, list: listClosedSales });
}

/**
 * The ranking by published months, of what everybody may see of each of them: a commune that is withheld in one of them has
 * neither a sum nor a rank here, and the others are ranked as if it were not there.
 */
export async function readPublicRanking(asked: RankingQuestion): Promise<Ranking | null> {
  return readRanking(await findPublicMonths(), { asked, list: listPublishedSales });
}

async function readRanking(
  stands: { first: Month; last: Month } | null,
  { asked, list }: { asked: RankingQuestion; list: typeof listClosedSales },
): Promise<Ranking | null> {
  const span = rankingSpan(stands, asked);
  if (!span) return null;
  const lineMonths = lineMonthsOf(span);
  const all = await list(lineMonths);
  const months = all.filter(({ month }) => span.months.includes(month));
  const targets = (await listTargets(span.year)).filter(({ kind }) => kind === "sales_goods_vnd");
  const targetOf = new Map(targets.map((target) => [target.communeCode, target]));
  const ranked = rankCommunes(
    (await listPlaces(months)).map(({ code, name }) => ({
      code,
      name,
      sum: sumCommune(code, months),
      target: targetOf.get(code) ?? null,
      line: seriesOfCommune(code, all),
    })),
  );
  const { years, year } = span;
  return {
    ...ranked,
    years,
    year,
    months: months.map((month) => ({ ...month, cells: [] })), // what is told of them stands in the lists
    lineMonths: all.length === lineMonths.length ? lineMonths : [],
  };
}

/** The communes of the province, and any other that sold, so that nobody's sales are left out without a word. */
async function listPlaces(
  months: readonly SalesMonth[],
): Promise<{ code: string; name: string }[]> {
  const communes = await listCommunes(settings().PROVINCE);
  const known = new Set(communes.map(({ code }) => code));
  const others = communeCodesIn(months).filter((code) => !known.has(code));
  const names = others.length === 0 ? {} : await readCommuneNames(others);
  return [...communes, ...others.map((code) => ({ code, name: names[code] ?? code }))];
}
