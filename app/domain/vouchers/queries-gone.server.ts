import { and, asc, eq, gt, gte, isNull, lte, ne, or, sql } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import { transfers } from "~db/schema/settlement";
import { voucherUses } from "~db/schema/vouchers";
import type { ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { programmeStateOn } from "./programme-state";
import { findUse, loadProgramme } from "./queries-records.server";

/**
 * The voucher of an expired checkout for which all that was due came late at once, where it could not be used again
 * (D-106): what it is called; null otherwise. As things stood when that money came: what befell the code later was not
 * why, and stock or its household may have been.
 */
export async function findGoneVoucher(
  db: ReadDatabase,
  checkoutId: string,
): Promise<string | null> {
  const use = await findUse(db, checkoutId);
  if (!use?.isGivenBack) return null;
  const [refused] = await db
    .select({ buyerPhone: checkouts.buyerPhone, at: transfers.occurredAt })
    .from(checkouts)
    .innerJoin(
      transfers,
      and(
        eq(transfers.creditAccountId, sql`'refund_due:' || ${checkouts.id}`),
        eq(transfers.reason, "excess_to_refund"),
        gte(transfers.amountVnd, sql`${checkouts.totalVnd} - ${checkouts.voucherVnd}`),
      ),
    )
    .where(and(eq(checkouts.id, checkoutId), eq(checkouts.status, "expired")))
    .orderBy(asc(transfers.occurredAt))
    .limit(1);
  if (!refused) return null;
  const { buyerPhone, at } = refused;
  const programme = await loadProgramme(db, use.programmeId);
  const stoodThen = and(
    eq(voucherUses.programmeId, use.programmeId),
    lte(voucherUses.takenAt, at),
    or(isNull(voucherUses.givenBackAt), gt(voucherUses.givenBackAt, at)),
  );
  const { stoppedAt } = programme;
  const state = programmeStateOn(localDateOf(at), {
    ...programme,
    usedCount: await db.$count(voucherUses, stoodThen),
    stoppedAt: stoppedAt !== null && stoppedAt > at ? null : stoppedAt,
  });
  if (state !== "running") return use.name;
  const [other] = await db
    .select({ id: voucherUses.id })
    .from(checkouts)
    .innerJoin(voucherUses, eq(voucherUses.checkoutId, checkouts.id))
    .where(and(eq(checkouts.buyerPhone, buyerPhone), ne(checkouts.id, checkoutId), stoodThen))
    .limit(1);
  return other ? use.name : null;
}
