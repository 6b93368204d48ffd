import { periodEditions, periodParts } from "~db/schema/statistics-periods";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { METHOD_VERSION } from "./indicator";
import { figuresOf } from "./periods/manifest";
import { hashOf } from "./periods/pack-records.server";
import { findChainEnd, listEditions } from "./periods/queries-editions.server";
import type { PeriodSnapshot } from "./take-snapshot.server";
import type { PeriodManifest, Revision } from "./types-periods";

export type EditionToKeep = {
  snapshot: PeriodSnapshot;
  /** Of the month, from 1. */
  edition: number;
  revision: Revision | null;
  closedBy: PeriodManifest["closedBy"];
  closedAt: number;
};

export type KeepEditionCode = "period_revised_since" | "period_published_since";

/**
 * Freezes a month as it was read, at the end of the chain of all editions. Refuses when the month has got another edition
 * since it was read.
 */
export async function keepEdition(
  tx: Transaction,
  { snapshot, edition, revision, closedBy, closedAt }: EditionToKeep,
): Promise<Result<{ id: string; hash: string }, KeepEditionCode>> {
  const { month, packed, retailTotals, measured, disclosed } = snapshot;
  const { alreadyWithheld, comparedWith } = snapshot;
  const editions = await listEditions(tx, [month]);
  if ((editions.at(-1)?.edition ?? 0) + 1 !== edition) return fail("period_revised_since");
  const isPublic = editions.filter(({ publishedAt }) => publishedAt !== null);
  if (isPublic.length !== comparedWith.length) return fail("period_published_since");
  const end = await findChainEnd(tx);
  const manifest: PeriodManifest = {
    format: 2,
    month,
    edition,
    place: (end?.place ?? 0) + 1,
    previousHash: end?.hash ?? "",
    methodVersion: METHOD_VERSION,
    closedAt,
    closedBy,
    revision,
    retailTotals,
    records: {
      saleCount: packed.saleCount,
      returnCount: packed.returnCount,
      hash: packed.hash,
      parts: packed.parts.map((part) => part.hash),
    },
    measured,
    alreadyWithheld,
    comparedWith,
    disclosed,
    figures: figuresOf(measured),
  };
  const text = JSON.stringify(manifest);
  const hash = hashOf(text);
  const id = newId("ped");
  const { place } = manifest;
  await tx
    .insert(periodEditions)
    .values({ id, place, month, edition, manifest: text, hash, closedAt });
  for (const [part, { content }] of packed.parts.entries()) {
    await tx.insert(periodParts).values({ editionId: id, part, content });
  }
  return succeed({ id, hash });
}
