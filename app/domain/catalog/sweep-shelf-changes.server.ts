import { lt, max } from "drizzle-orm";
import { shelfChanges } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";

const KEPT = 10_000;

/** Deletes all but the latest 10,000 changes of the shelf; a process that missed more reads everything anew. */
export async function sweepShelfChanges(tx: Transaction): Promise<void> {
  const [row] = await tx.select({ last: max(shelfChanges.seq) }).from(shelfChanges);
  await tx.delete(shelfChanges).where(lt(shelfChanges.seq, (row?.last ?? 0) - KEPT));
}
