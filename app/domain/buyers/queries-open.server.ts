import { and, count, eq, inArray, ne, or, sql } from "drizzle-orm";
import { contracts } from "~db/schema/contracts";
import { checkouts, orders } from "~db/schema/orders";
import { preorders } from "~db/schema/preorders";
import { returnRequests } from "~db/schema/returns";
import { accountBalances, disbursements } from "~db/schema/settlement";
import { OPEN_ORDER_STATUSES } from "~/domain/orders/order-progress";
import { OPEN_RETURN_STATUSES } from "~/domain/returns/return-status";
import type { ReadDatabase } from "~/platform/db.server";

/** What stands open between a person and the market: while there is any, nobody can be forgotten. */
export type OpenBusiness = {
  orderCount: number;
  returnCount: number;
  /** Places on lists of harvests that still wait. */
  preorderCount: number;
  /** Wholesale: asked, offered, or binding. */
  contractCount: number;
  /** Purchases of which money is still with us that is theirs, or not a household's yet. */
  moneyCount: number;
};

/** Of a person's own purchases. */
export async function countOpenBusiness(db: ReadDatabase, userId: string): Promise<OpenBusiness> {
  const isTheirs = eq(checkouts.buyerId, userId);
  const isOpen = inArray(orders.status, ["awaiting_payment", ...OPEN_ORDER_STATUSES]);
  const [open] = await db
    .select({ count: count() })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(and(isTheirs, isOpen))
    .limit(1);
  const [returning] = await db
    .select({ count: count() })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(and(isTheirs, inArray(returnRequests.status, [...OPEN_RETURN_STATUSES])))
    .limit(1);
  const isWaiting = and(eq(preorders.buyerId, userId), eq(preorders.status, "waiting"));
  const isBinding = inArray(contracts.status, ["requested", "offered", "concluded"]);
  const contractCount = await db.$count(contracts, and(eq(contracts.buyerId, userId), isBinding));
  const isOfCheckout = or(
    eq(accountBalances.accountId, sql`'refund_due:' || ${checkouts.id}`),
    eq(accountBalances.accountId, sql`'buyer:' || ${checkouts.id}`),
  );
  const isOnItsWay = and(inArray(disbursements.status, ["prepared", "approved"]), isTheirs);
  const [sending] = await db
    .select({ count: count() })
    .from(disbursements)
    .innerJoin(checkouts, eq(checkouts.id, disbursements.checkoutId))
    .where(isOnItsWay)
    .limit(1);
  const [owed] = await db
    .select({ count: count() })
    .from(checkouts)
    .innerJoin(accountBalances, isOfCheckout)
    .where(and(isTheirs, ne(accountBalances.balanceVnd, 0)))
    .limit(1);
  return {
    orderCount: open?.count ?? 0,
    returnCount: returning?.count ?? 0,
    preorderCount: await db.$count(preorders, isWaiting),
    contractCount,
    moneyCount: (owed?.count ?? 0) + (sending?.count ?? 0),
  };
}
