import { and, count, eq, exists, gt, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { households } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { orders } from "~db/schema/orders";
import { reader } from "~/platform/db.server";
import { DAY_MS, localDateOf } from "~/platform/period";
import { SELLS_DAYS } from "./delegation-terms";

const COMMUNES_MAX = 1_000;

/** Households of a commune that let a helper work for them, and how many of them sold in the 90 days before. */
export type HelpedCount = { communeCode: string; helpedCount: number; sellingCount: number };

/**
 * As it was at a moment, by the commune of the household; each household once, however many helpers it has. Of this moment
 * it is what the list of helpers says (`listHelperResults`). The sales of a household are looked up, not read.
 */
export async function countHelpedAt(at: number): Promise<HelpedCount[]> {
  const helped = reader()
    .select({ id: delegations.householdId })
    .from(delegations)
    .where(
      and(
        lte(delegations.consentedAt, at),
        gt(delegations.expiresAt, at),
        or(isNull(delegations.endedAt), gt(delegations.endedAt, at)),
      ),
    );
  const from = at - SELLS_DAYS * DAY_MS;
  const sold = reader()
    .select({ id: orders.id })
    .from(orders)
    .where(
      and(
        eq(orders.householdId, households.id),
        eq(orders.status, "delivered"),
        gte(orders.deliveredOn, localDateOf(from)), // what the index is by
        gte(orders.deliveredAt, from),
        lte(orders.deliveredAt, at),
      ),
    );
  return reader()
    .select({
      communeCode: households.communeCode,
      helpedCount: count(),
      sellingCount: sql`sum(${exists(sold)})`.mapWith(Number),
    })
    .from(households)
    .where(inArray(households.id, helped))
    .groupBy(households.communeCode)
    .limit(COMMUNES_MAX);
}
