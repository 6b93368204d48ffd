import { reader } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";
import { addMonths, monthsUntil, type Month } from "~/platform/period";
import { communeCodesIn, seriesOfCommune, type SalesMonth } from "./commune-sales";
import { publicMonthOf } from "./disclosed-month";
import { listEditions } from "./periods/queries-editions.server";
import { SERIES_MONTHS } from "./queries.server";
import type { Edition } from "./types-periods";

/**
 * Goods by commune of those of these months that are closed, each as its newest edition has it, whole: for the
 * department. The oldest first.
 */
export async function listClosedSales(months: readonly Month[]): Promise<SalesMonth[]> {
  return newestOf(await listEditions(reader(), months)).map((edition) => {
    const { cells } = edition.manifest.disclosed;
    return salesMonthOf(edition, { cells, isWithheld: false });
  });
}

/** The same of those that are published, as everybody may see it: what an edition withholds is not in it. */
export async function listPublishedSales(months: readonly Month[]): Promise<SalesMonth[]> {
  const editions = await listEditions(reader(), months);
  return newestOf(editions.filter(({ publishedAt }) => publishedAt !== null)).map((edition) => {
    const { cells, withheldDimensions } = publicMonthOf(edition.manifest.disclosed);
    return salesMonthOf(edition, { cells, isWithheld: withheldDimensions.includes("commune") });
  });
}

/**
 * What each commune of an edition sold in the thirteen months up to its own, whole, for the department: the months before
 * by their newest editions, its own by itself. Null where not all of them are closed.
 */
export async function readCommuneLines(
  edition: Edition,
): Promise<Record<string, (Vnd | null)[]> | null> {
  const before = await listClosedSales(
    monthsUntil(addMonths(edition.month, -1), SERIES_MONTHS - 1),
  );
  if (before.length < SERIES_MONTHS - 1) return null;
  const { cells } = edition.manifest.disclosed;
  const months = [...before, salesMonthOf(edition, { cells, isWithheld: false })];
  return Object.fromEntries(
    communeCodesIn(months.slice(-1)).map((code) => [code, seriesOfCommune(code, months)]),
  );
}

function newestOf(editions: readonly Edition[]): Edition[] {
  const newest = new Map(editions.map((edition) => [edition.month, edition]));
  return [...newest.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

type Told = {
  cells: readonly (SalesMonth["cells"][number] & { dimension: string })[];
  isWithheld: boolean;
};

function salesMonthOf(edition: Edition, { cells, isWithheld }: Told): SalesMonth {
  const { month, hash, publishedAt, manifest } = edition;
  return {
    month,
    edition: edition.edition,
    methodVersion: manifest.methodVersion,
    hash,
    publishedAt,
    isWithheld,
    cells: cells
      .filter(({ dimension }) => dimension === "commune")
      .map(({ code, salesVnd, sellerCount }) => ({ code, salesVnd, sellerCount })),
  };
}
