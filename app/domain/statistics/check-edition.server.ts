import { readSnapshot, type ReadDatabase } from "~/platform/db.server";
import type { Month } from "~/platform/period";
import { figuresOf } from "./periods/manifest";
import { measureSums } from "./periods/measure-sums";
import { hashOf, packRecords, unpackRecords } from "./periods/pack-records.server";
import { readEditionRow, readParts, type EditionRow } from "./periods/queries-editions.server";
import { readPublicSums, type PublicSums } from "./periods/queries-public-sums.server";
import { addRecord, noSums } from "./periods/records";
import type { EditionFault, PeriodManifest } from "./types-periods";

/**
 * Computes a closed month once more from the bytes that were kept of it and compares every one: the same text comes out,
 * so the same hash. Null for an edition that there is not.
 * @param onProgress with the part of its orders that is read, 0 to 1
 */
export async function checkEdition(
  month: Month,
  edition: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<EditionFault[] | null> {
  return readSnapshot(async (db) => {
    const found = await readEditionRow(db, month, edition);
    if (!found) return null;
    const { row, previousHash } = found;
    const manifest = readManifest(row);
    if (!manifest) return ["text"];
    const faults: EditionFault[] = [];
    if (manifest.previousHash !== previousHash) faults.push("chain");
    if (!(await hasItsParts(db, row.id, manifest))) return [...faults, "parts"];
    const published = await readCompared(db, manifest);
    if (!published) return [...faults, "compared"];
    const again = await computeAgain({ db, editionId: row.id, manifest, published }, onProgress);
    if (again === null) faults.push("method");
    else if (hashOf(JSON.stringify(again)) !== row.hash) faults.push("figures");
    return faults;
  });
}

/** The manifest, when it is the one that was hashed and the row's own columns say the same. */
function readManifest(row: EditionRow): PeriodManifest | null {
  if (hashOf(row.manifest) !== row.hash) return null;
  const manifest = JSON.parse(row.manifest) as PeriodManifest;
  const { place, month, edition, closedAt } = manifest;
  const isSame =
    place === row.place &&
    month === row.month &&
    edition === row.edition &&
    closedAt === row.closedAt;
  return isSame ? manifest : null;
}

async function hasItsParts(
  db: ReadDatabase,
  editionId: string,
  { records }: PeriodManifest,
): Promise<boolean> {
  const hashes: string[] = [];
  for await (const content of readParts(db, editionId)) hashes.push(hashOf(content));
  return hashes.join(" ") === records.parts.join(" ");
}

/** The editions that this one was compared with when it was closed; null when one of them is not what it was then. */
async function readCompared(
  db: ReadDatabase,
  { month, comparedWith = [] }: PeriodManifest,
): Promise<PublicSums[] | null> {
  const editions: Parameters<typeof readPublicSums>[1][number][] = [];
  for (const edition of comparedWith) {
    const found = await readEditionRow(db, month, edition);
    const manifest = found && readManifest(found.row);
    if (!manifest || !(await hasItsParts(db, found.row.id, manifest))) return null;
    editions.push({ id: found.row.id, manifest });
  }
  return readPublicSums(db, editions);
}

/** The same manifest with all that can be computed computed anew from the orders that were kept. */
async function computeAgain(
  {
    db,
    editionId,
    manifest,
    published,
  }: {
    db: ReadDatabase;
    editionId: string;
    manifest: PeriodManifest;
    published: readonly PublicSums[];
  },
  onProgress: (done: number) => void,
): Promise<PeriodManifest | null> {
  const sums = noSums();
  const { parts, saleCount: sales, returnCount: returns } = manifest.records;
  let read = 0;
  const packed = await packRecords(unpackRecords(readParts(db, editionId)), (record) => {
    addRecord(sums, record);
    read += 1;
    onProgress(read / Math.max(read, sales + returns));
  });
  const { month, retailTotals, methodVersion, alreadyWithheld } = manifest;
  const again = measureSums(methodVersion, {
    month,
    sums,
    retailTotals,
    alreadyWithheld,
    published,
  });
  if (!again) return null;
  const { saleCount, returnCount, hash } = packed;
  const records = { saleCount, returnCount, hash, parts };
  return { ...manifest, records, ...again, figures: figuresOf(again.measured) };
}
