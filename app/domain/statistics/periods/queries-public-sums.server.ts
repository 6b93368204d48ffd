import type { ReadDatabase } from "~/platform/db.server";
import { withheldKeysOf, type DisclosedMonth } from "../disclosed-month";
import { unpackRecords } from "./pack-records.server";
import { readParts } from "./queries-editions.server";
import { addRecord, noSums, type MonthSums } from "./records";

/** What stood behind a public edition, and the keys of what it withholds. */
export type PublicSums = { sums: MonthSums; withheld: string[] };

/** Reads every order and return of these editions, for comparing another with them. */
export async function readPublicSums(
  db: ReadDatabase,
  editions: readonly { id: string; manifest: { disclosed: DisclosedMonth } }[],
): Promise<PublicSums[]> {
  const all: PublicSums[] = [];
  for (const { id, manifest } of editions) {
    const sums = noSums();
    for await (const record of unpackRecords(readParts(db, id))) addRecord(sums, record);
    all.push({ sums, withheld: withheldKeysOf(manifest.disclosed) });
  }
  return all;
}
