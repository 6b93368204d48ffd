import { eq, sql } from "drizzle-orm";
import { voucherProgrammes } from "~db/schema/vouchers";
import type { Transaction } from "~/platform/db.server";

/**
 * As many uses fewer are left, of which nobody's row says so: for what is tried out and taken back. Of fewer than that
 * none is left.
 */
export async function takeUses(
  tx: Transaction,
  { programmeId, useCount }: { programmeId: string; useCount: number },
): Promise<void> {
  const { usedCount, usesMax } = voucherProgrammes;
  await tx
    .update(voucherProgrammes)
    .set({ usedCount: sql`min(${usesMax}, ${usedCount} + ${useCount})` })
    .where(eq(voucherProgrammes.id, programmeId));
}
