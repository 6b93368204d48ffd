import { and, eq, sql, sum, type SQL } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import { checkouts, orders } from "~db/schema/orders";
import { transfers } from "~db/schema/settlement";
import { isBroughtByHousehold } from "~/domain/fulfilment/carriers";
import { hasFallenThrough, OPEN_ORDER_STATUSES } from "~/domain/orders/order-progress";
import type { OrderStatus } from "~/domain/orders/order-status";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import type { ReadDatabase } from "~/platform/db.server";
import { cashKept } from "./cash-kept";
import type { TransferReason } from "./ledger-accounts";
import type { Stretch } from "./queries-reconciliation.server";
import type { LedgerDifference } from "./types";

type OrderInLedger = Awaited<ReturnType<typeof listOrders>>[number];

/** Orders of which the ledger does not say what follows from how they ended and who stood at the door. */
export async function findOrderDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  return (await listOrders(db, stretch)).flatMap(compareOrder);
}

function compareOrder(order: OrderInLedger): LedgerDifference[] {
  const isDelivered = order.status === "delivered";
  const isPaidBefore = !isPaidAtDoor(order.method);
  const cashVnd = isDelivered ? order.cashVnd : 0;
  const isFromHousehold = order.carrier !== null && isBroughtByHousehold(order.carrier);
  const check = (
    name: LedgerDifference["name"],
    expectedVnd: number,
    actualVnd: number,
  ): LedgerDifference[] =>
    expectedVnd === actualVnd ? [] : [{ name, subjectId: order.id, expectedVnd, actualVnd }];
  const { totalVnd, voucherVnd, commissionVnd } = order;
  // Paid before it is sent, a voucher counts as long as the order stands; at the door once it is delivered.
  const isVoucherOwed = isDelivered || (isPaidBefore && isStanding(order.status));
  return [
    ...check("order_settlement", isDelivered ? totalVnd : 0, order.settledVnd),
    ...check("order_commission", isDelivered ? commissionVnd : 0, order.takenVnd),
    ...check(
      "order_refund",
      hasFallenThrough(order.status) && isPaidBefore ? totalVnd - voucherVnd : 0,
      order.refundVnd,
    ),
    ...check("order_voucher", isVoucherOwed ? voucherVnd : 0, order.appliedVnd),
    ...check("order_courier_cash", isFromHousehold ? 0 : cashVnd, order.courierVnd),
    ...check(
      "order_household_cash",
      isFromHousehold ? cashVnd - cashKept({ ...order, cashVnd }) : 0,
      order.householdCashVnd,
    ),
  ];
}

function isStanding(status: OrderStatus): boolean {
  return OPEN_ORDER_STATUSES.some((open) => open === status);
}

/** The orders of a stretch, each with the sums of its transfers. */
async function listOrders(db: ReadDatabase, stretch: Stretch) {
  return db
    .select({
      id: orders.id,
      status: orders.status,
      totalVnd: orders.totalVnd,
      voucherVnd: orders.voucherVnd,
      commissionVnd: orders.commissionVnd,
      vatVnd: orders.vatVnd,
      pitVnd: orders.pitVnd,
      cashVnd: orders.cashVnd,
      method: checkouts.method,
      carrier: shipments.carrier,
      settledVnd: postedAs("order_settled"),
      takenVnd: postedAs("commission_taken"),
      refundVnd: postedAs("order_refund_due"),
      appliedVnd:
        sql<number>`${postedAs("voucher_applied")} - ${postedAs("voucher_undone")}`.mapWith(Number),
      courierVnd: heldBy(sql`'courier'`),
      householdCashVnd: heldBy(sql`'household_cash:' || ${orders.householdId}`),
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .leftJoin(shipments, eq(shipments.orderId, orders.id))
    .leftJoin(
      transfers,
      and(eq(transfers.referenceKind, "order"), eq(transfers.referenceId, orders.id)),
    )
    .where(stretch)
    .groupBy(orders.id);
}

const sumOf = (amountVnd: SQL) => sql<number>`coalesce(${sum(amountVnd)}, 0)`.mapWith(Number);

function postedAs(reason: TransferReason): SQL<number> {
  return sumOf(sql`case when ${transfers.reason} = ${reason} then ${transfers.amountVnd} end`);
}

/** What of the order at hand an account holds; a debt of other orders that this one has paid is none of it. */
function heldBy(accountId: SQL): SQL<number> {
  return sumOf(sql`case when ${transfers.reason} <> 'debt_recovered' then case ${accountId}
    when ${transfers.debitAccountId} then ${transfers.amountVnd}
    when ${transfers.creditAccountId} then -${transfers.amountVnd} end end`);
}
