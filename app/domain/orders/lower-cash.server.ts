import { and, eq, gt, inArray } from "drizzle-orm";
import { orders } from "~db/schema/orders";
import type { Transaction } from "~/platform/db.server";
import { vnd, type Vnd } from "~/platform/money";
import { compareOrderCodes } from "./order-code";
import { OPEN_ORDER_STATUSES } from "./order-progress";
import type { OrderStatus } from "./order-status";

/**
 * Money that has come for a checkout that is paid at the door: so much less is to be taken there. An order of exactly
 * this amount comes first, because its buyer has just paid at its door; then one after the other. `among`: only orders
 * that stand so; all open ones without.
 * @returns what is left of it, when no order has more to pay
 */
export async function lowerCash(
  tx: Transaction,
  input: { checkoutId: string; amountVnd: Vnd; among?: readonly OrderStatus[] },
): Promise<Vnd> {
  const open = await tx
    .select({ id: orders.id, code: orders.code, cashVnd: orders.cashVnd })
    .from(orders)
    .where(
      and(
        eq(orders.checkoutId, input.checkoutId),
        gt(orders.cashVnd, 0),
        inArray(orders.status, [...(input.among ?? OPEN_ORDER_STATUSES)]),
      ),
    );
  let leftVnd: number = input.amountVnd;
  const isMeant = (order: { cashVnd: number }) => Number(order.cashVnd === input.amountVnd);
  const inTurn = open.toSorted(
    (a, b) => isMeant(b) - isMeant(a) || compareOrderCodes(a.code, b.code),
  );
  for (const { id, cashVnd } of inTurn) {
    const lessVnd = Math.min(leftVnd, cashVnd);
    leftVnd -= lessVnd;
    if (lessVnd > 0) {
      await tx
        .update(orders)
        .set({ cashVnd: cashVnd - lessVnd })
        .where(eq(orders.id, id));
    }
  }
  return vnd(leftVnd);
}
