import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { voucherProgrammes, voucherUses } from "~db/schema/vouchers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * A checkout uses a voucher: one less is left. Whether it may is the caller's to ask, in the same transaction, which is
 * what keeps a phone from a second use: transactions of all processes run one after another (`inTransaction`). That no
 * more are used than there are holds here. A checkout that gave its use back takes it again.
 */
export async function takeVoucher(
  tx: Transaction,
  use: { programmeId: string; checkoutId: string; amountVnd: number },
): Promise<Result<null, "voucher_used_up">> {
  const { usedCount, usesMax } = voucherProgrammes;
  const taken = await tx
    .update(voucherProgrammes)
    .set({ usedCount: sql`${usedCount} + 1` })
    .where(
      and(
        eq(voucherProgrammes.id, use.programmeId),
        lt(usedCount, usesMax),
        isNotNull(voucherProgrammes.agreedAt),
        isNull(voucherProgrammes.stoppedAt),
      ),
    )
    .returning({ id: voucherProgrammes.id });
  if (taken.length === 0) return fail("voucher_used_up");
  await tx
    .insert(voucherUses)
    .values({ id: newId("vcu"), ...use, takenAt: now() })
    .onConflictDoUpdate({ target: voucherUses.checkoutId, set: { givenBackAt: null } });
  return succeed(null);
}
