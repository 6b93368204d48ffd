import { and, asc, desc, eq, inArray, max, min } from "drizzle-orm";
import { periodEditions, periodParts, periodPublications } from "~db/schema/statistics-periods";
import type { ReadDatabase } from "~/platform/db.server";
import type { Month } from "~/platform/period";
import type { Edition, PeriodManifest } from "../types-periods";

export type EditionRow = typeof periodEditions.$inferSelect;

/** Every edition of these months, the oldest first; with more than `EDITIONS_MAX` of them the newest. */
export async function listEditions(db: ReadDatabase, months: readonly Month[]): Promise<Edition[]> {
  const rows = await db
    .select({ row: periodEditions, publishedAt: periodPublications.publishedAt })
    .from(periodEditions)
    .leftJoin(periodPublications, eq(periodPublications.editionId, periodEditions.id))
    .where(inArray(periodEditions.month, [...months]))
    .orderBy(desc(periodEditions.place))
    .limit(EDITIONS_MAX);
  return rows
    .map(({ row, publishedAt }) => ({ ...row, manifest: parseManifest(row.manifest), publishedAt }))
    .toReversed();
}
const EDITIONS_MAX = 500;

function parseManifest(text: string): PeriodManifest {
  return JSON.parse(text) as PeriodManifest;
}

/** The end of the chain; null before the first edition. */
export async function findChainEnd(
  db: ReadDatabase,
): Promise<Pick<EditionRow, "place" | "hash" | "month"> | null> {
  const { place, hash, month } = periodEditions;
  const [row] = await db
    .select({ place, hash, month })
    .from(periodEditions)
    .orderBy(desc(place))
    .limit(1);
  return row ?? null;
}

/** Every edition of every month, from the beginning of the chain. */
export async function listChain(
  db: ReadDatabase,
): Promise<Pick<EditionRow, "month" | "edition" | "hash">[]> {
  const { place, hash, month, edition } = periodEditions;
  return db
    .select({ month, edition, hash })
    .from(periodEditions)
    .orderBy(asc(place))
    .limit(CHAIN_MAX);
}
/** More than a province closes and revises in a century. */
const CHAIN_MAX = 100_000;

/** The first and the last month that were ever closed; null before the first. */
export async function findClosedMonths(
  db: ReadDatabase,
): Promise<{ first: Month; last: Month } | null> {
  const { month } = periodEditions;
  const [row] = await db.select({ first: min(month), last: max(month) }).from(periodEditions);
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}

/** One edition and the hash that the chain has before it, as they lie there. */
export async function readEditionRow(db: ReadDatabase, month: Month, edition: number) {
  const [row] = await db
    .select()
    .from(periodEditions)
    .where(and(eq(periodEditions.month, month), eq(periodEditions.edition, edition)))
    .limit(1);
  if (!row) return null;
  const [before] = await db
    .select({ hash: periodEditions.hash })
    .from(periodEditions)
    .where(eq(periodEditions.place, row.place - 1))
    .limit(1);
  return { row, previousHash: before?.hash ?? "" };
}

/** The parts of an edition in their order, one at a time. */
export async function* readParts(db: ReadDatabase, editionId: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const [row] = await db
      .select({ content: periodParts.content })
      .from(periodParts)
      .where(and(eq(periodParts.editionId, editionId), eq(periodParts.part, part)))
      .orderBy(asc(periodParts.part))
      .limit(1);
    if (!row) return;
    yield row.content;
  }
}
