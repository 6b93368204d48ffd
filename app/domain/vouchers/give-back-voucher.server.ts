import { and, eq, isNull, sql } from "drizzle-orm";
import { voucherProgrammes, voucherUses } from "~db/schema/vouchers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** A checkout that fell through entirely gives its use back, once; without a voucher nothing happens. */
export async function giveBackVoucher(tx: Transaction, checkoutId: string): Promise<void> {
  const given = await tx
    .update(voucherUses)
    .set({ givenBackAt: now() })
    .where(and(eq(voucherUses.checkoutId, checkoutId), isNull(voucherUses.givenBackAt)))
    .returning({ programmeId: voucherUses.programmeId });
  for (const { programmeId } of given) {
    await tx
      .update(voucherProgrammes)
      .set({ usedCount: sql`${voucherProgrammes.usedCount} - 1` })
      .where(eq(voucherProgrammes.id, programmeId));
  }
}
