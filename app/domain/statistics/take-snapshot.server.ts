import { readSnapshot, type ReadDatabase } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import type { Month } from "~/platform/period";
import { withheldKeysOf, type DisclosedMonth } from "./disclosed-month";
import { METHOD_VERSION } from "./indicator";
import { compareRecords } from "./periods/compare-records";
import { compareFigures, figuresOf, isOtherVintage } from "./periods/manifest";
import { measureSums } from "./periods/measure-sums";
import {
  packRecords,
  seenOf,
  unpackRecords,
  type PackedRecords,
} from "./periods/pack-records.server";
import { listEditions, readParts } from "./periods/queries-editions.server";
import { readPublicSums } from "./periods/queries-public-sums.server";
import { countKeptRecords, readKeptSums, readRecords } from "./periods/queries-records.server";
import { addRecord, areSameSums, noSums } from "./periods/records";
import { readVintagesInUse } from "./queries.server";
import type { RetailKind } from "./retail-stages";
import type { IndicatorMonth, RetailTotal } from "./types";
import type { Edition, Revision, RevisionCause } from "./types-periods";

/** A month as it stands at one moment, ready to be kept. */
export type PeriodSnapshot = {
  month: Month;
  packed: PackedRecords;
  retailTotals: Record<RetailKind, RetailTotal | null>;
  measured: IndicatorMonth;
  disclosed: DisclosedMonth;
  alreadyWithheld: string[];
  /** Numbers of the editions that were public at that moment. */
  comparedWith: number[];
  /** False: what is kept as orders move says something else than the orders; it has to be rebuilt first. */
  isAsKept: boolean;
  /** As `Period.seen`. */
  seen: string;
  /** The newest edition that there was at that moment, and what differs from it. */
  since: { edition: Edition; changes: Omit<Revision, "note"> } | null;
};

/**
 * Reads every order and return of a month as of one moment and measures it by them, not by what is kept. Takes no lock and
 * lets others work: a minute with a million orders.
 * @param onProgress with the part of the orders that is read, 0 to 1
 */
export async function takeSnapshot(
  month: Month,
  onProgress?: (done: number) => void,
): Promise<PeriodSnapshot> {
  return readSnapshot((db) => snapshotOf(db, month, onProgress));
}

/** The same of a database that nobody changes meanwhile. */
export async function snapshotOf(
  db: ReadDatabase,
  month: Month,
  onProgress: (done: number) => void = () => undefined,
): Promise<PeriodSnapshot> {
  const sums = noSums();
  const expected = await countKeptRecords(db, month);
  let read = 0;
  const packed = await packRecords(readRecords(db, month), (record) => {
    addRecord(sums, record);
    read += 1;
    onProgress(read / Math.max(read, expected));
  });
  const vintages = await readVintagesInUse(month, month, db);
  const retailTotals = {
    goods: vintages.get(`${month} goods`) ?? null,
    goods_services: vintages.get(`${month} goods_services`) ?? null,
  };
  const editions = await listEditions(db, [month]);
  const edition = editions.at(-1);
  const isPublic = editions.filter(({ publishedAt }) => publishedAt !== null);
  // Of the newest, published or not: it carries on what those before it withhold.
  const alreadyWithheld = edition ? withheldKeysOf(edition.manifest.disclosed) : [];
  const measures = present(
    measureSums(METHOD_VERSION, {
      month,
      sums,
      retailTotals,
      alreadyWithheld,
      published: await readPublicSums(db, isPublic),
    }),
    "the present method is known",
  );
  const isAsKept = areSameSums(sums, await readKeptSums(db, month));
  const seen = seenOf(measures.measured);
  const comparedWith = isPublic.map((one) => one.edition);
  const snapshot = {
    month,
    packed,
    retailTotals,
    ...measures,
    alreadyWithheld,
    comparedWith,
    isAsKept,
    seen,
  };
  const since = edition ? { edition, changes: await findChanges(db, edition, snapshot) } : null;
  return { ...snapshot, since };
}

/** What differs from the edition; no cause where nothing does. */
async function findChanges(
  db: ReadDatabase,
  { id, manifest }: Edition,
  snapshot: Omit<PeriodSnapshot, "since">,
): Promise<Omit<Revision, "note">> {
  const { month, packed, retailTotals, measured } = snapshot;
  const isSame = manifest.records.hash === packed.hash;
  const records = isSame
    ? { addedCount: 0, removedCount: 0, changedCount: 0, codes: [] }
    : await compareRecords(unpackRecords(readParts(db, id)), readRecords(db, month));
  const causes: RevisionCause[] = [];
  if (isOtherVintage(manifest.retailTotals, retailTotals)) causes.push("retail_total");
  if (!isSame) causes.push("orders");
  if (manifest.methodVersion !== METHOD_VERSION) causes.push("method");
  return { causes, records, figures: compareFigures(manifest.figures, figuresOf(measured)) };
}
