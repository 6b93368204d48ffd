import { and, asc, desc, eq, gt, gte, lte, max, min } from "drizzle-orm";
import { periodEditions, periodPublications } from "~db/schema/statistics-periods";
import { reader } from "~/platform/db.server";
import type { Month } from "~/platform/period";
import { publicMonthOf } from "./disclosed-month";
import { compareFigures, figuresOf } from "./periods/manifest";
import { listEditions } from "./periods/queries-editions.server";
import { SERIES_MONTHS } from "./queries.server";
import { withholdFigures } from "./withhold-figures";
import type { IndicatorMonth } from "./types";
import type {
  Edition,
  PeriodManifest,
  PublicEdition,
  PublicRevision,
  PublishedBreakdown,
  PublishedMonth,
  RevisionCause,
} from "./types-periods";

const REVISIONS_MAX = 100;

/**
 * The last 13 months that were published, oldest first, as they stand in their newest published edition: reading them
 * costs the same whatever is sold.
 */
export async function readPublishedMonths(): Promise<PublishedMonth[]> {
  const rows = await reader()
    .select({ month: periodEditions.month, edition: max(periodEditions.edition) })
    .from(periodPublications)
    .innerJoin(periodEditions, eq(periodEditions.id, periodPublications.editionId))
    .groupBy(periodEditions.month)
    .orderBy(desc(periodEditions.month))
    .limit(SERIES_MONTHS);
  const newest = new Map(rows.map(({ month, edition }) => [month, edition]));
  return (await listPublished([...newest.keys()]))
    .filter(({ month, edition }) => newest.get(month) === edition)
    .map(({ manifest, edition, publishedAt, hash }) => ({
      month: shownOf(manifest),
      edition,
      publishedAt,
      methodVersion: manifest.methodVersion,
      hash,
    }))
    .toSorted((a, b) => (a.month.month < b.month.month ? -1 : 1));
}

/** The breakdowns of the newest month that was published; null while there is none. What is withheld is not in it. */
export async function readPublishedBreakdown(): Promise<PublishedBreakdown | null> {
  const [row] = await reader()
    .select({ month: max(periodEditions.month) })
    .from(periodPublications)
    .innerJoin(periodEditions, eq(periodEditions.id, periodPublications.editionId));
  const newest = row?.month ? (await listPublished([row.month])).at(-1) : undefined;
  if (!newest) return null;
  const { month, edition, closedAt, publishedAt, hash, manifest } = newest;
  const { methodVersion, disclosed } = manifest;
  return {
    ...publicMonthOf(disclosed),
    month,
    edition,
    closedAt,
    publishedAt,
    methodVersion,
    hash,
  };
}

/** The first and the last month that is public; null before there is one. */
export async function findPublicMonths(): Promise<{ first: Month; last: Month } | null> {
  const { month } = periodEditions;
  const [row] = await reader()
    .select({ first: min(month), last: max(month) })
    .from(periodPublications)
    .innerJoin(periodEditions, eq(periodEditions.id, periodPublications.editionId));
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}

/** When the newest edition became public; null before the first. */
export async function findLastPublication(): Promise<number | null> {
  const { publishedAt } = periodPublications;
  const [row] = await reader()
    .select({ last: max(publishedAt) })
    .from(periodPublications);
  return row?.last ?? null;
}

const MONTHS_AT_ONCE = 12;
const MONTHS_MAX = 1_200;

/** Every public edition of the months from `from` to `to`, both counted, the oldest first. What is withheld is not in it. */
export async function listPublicEditions(range: {
  from: Month | null;
  to: Month | null;
}): Promise<PublicEdition[]> {
  const { month } = periodEditions;
  const rows = await reader()
    .selectDistinct({ month })
    .from(periodPublications)
    .innerJoin(periodEditions, eq(periodEditions.id, periodPublications.editionId))
    .where(
      and(
        range.from === null ? undefined : gte(month, range.from),
        range.to === null ? undefined : lte(month, range.to),
      ),
    )
    .orderBy(asc(month))
    .limit(MONTHS_MAX);
  const editions: PublicEdition[] = [];
  // Some months at a time: a query of editions has a limit.
  for (let i = 0; i < rows.length; i += MONTHS_AT_ONCE) {
    const months = rows.slice(i, i + MONTHS_AT_ONCE).map((row) => row.month);
    const published = await listPublished(months);
    const newest = new Map(published.map((one) => [one.month, one.edition]));
    editions.push(
      ...published.map(({ manifest, edition, publishedAt, hash, month: of }) => ({
        month: shownOf(manifest),
        breakdown: publicMonthOf(manifest.disclosed),
        edition,
        publishedAt,
        methodVersion: manifest.methodVersion,
        hash,
        isNewest: newest.get(of) === edition,
      })),
    );
  }
  return editions.toSorted((a, b) => {
    const isSame = a.month.month === b.month.month;
    return isSame ? a.edition - b.edition : a.month.month < b.month.month ? -1 : 1;
  });
}

/** The newest first. Compared with the edition that was public before. */
export async function listRevisions(): Promise<PublicRevision[]> {
  const rows = await reader()
    .select({ month: periodEditions.month })
    .from(periodPublications)
    .innerJoin(periodEditions, eq(periodEditions.id, periodPublications.editionId))
    .where(gt(periodEditions.edition, 1))
    .orderBy(desc(periodPublications.publishedAt))
    .limit(REVISIONS_MAX);
  const published = await listPublished([...new Set(rows.map(({ month }) => month))]);
  return published
    .flatMap((edition) => {
      const before = published.findLast(
        (one) => one.month === edition.month && one.edition < edition.edition,
      );
      const { revision } = edition.manifest;
      return before && revision ? [revisionOf(edition, before, revision)] : [];
    })
    .toSorted((a, b) => b.publishedAt - a.publishedAt);
}

type Published = Edition & { publishedAt: number };

function revisionOf(
  edition: Published,
  before: Published,
  { causes, note }: { causes: RevisionCause[]; note: string },
): PublicRevision {
  const { month, publishedAt } = edition;
  const [earlier, later] = [shownOf(before.manifest), shownOf(edition.manifest)];
  const codes = compareFigures(figuresOf(earlier), figuresOf(later)).map(({ code }) => code);
  const number = edition.edition - 1;
  const { methodVersion } = edition.manifest;
  const why = { causes, note, codes, before: earlier, after: later };
  return { month, number, publishedAt, methodVersion, ...why };
}

/** As everybody may see it. */
function shownOf({ measured, disclosed }: PeriodManifest): IndicatorMonth {
  return withholdFigures(measured, disclosed);
}

/** The published editions of these months, the oldest first. */
async function listPublished(months: readonly Month[]): Promise<Published[]> {
  const editions = await listEditions(reader(), months);
  return editions.flatMap((edition) => {
    const { publishedAt } = edition;
    return publishedAt === null ? [] : [{ ...edition, publishedAt }];
  });
}
