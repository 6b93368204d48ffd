import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { takeFrom } from "./payout-rules";
import { postTransfer } from "./post-transfer.server";
import { balanceOf } from "./queries.server";
import type { PayableOrder } from "./types-payouts";

/**
 * What a household owes the market is taken from the orders that a batch is to pay, the oldest first: the debt for goods
 * that came back, then the commission of cash that it took at the door. Answers what is left of each.
 */
export async function setOffDebts(
  tx: Transaction,
  given: { householdId: string; batchId: string; orders: readonly PayableOrder[] },
): Promise<PayableOrder[]> {
  const { householdId, batchId } = given;
  let left = [...given.orders];
  for (const kind of ["household_debt", "household_cash"] as const) {
    const debt = { kind, ownerId: householdId };
    for (const part of takeFrom(left, await balanceOf(debt, tx))) {
      await postTransfer(tx, {
        key: `payout_batch:${batchId}:order:${part.orderId}:${kind}`,
        debit: { kind: "household", ownerId: householdId },
        credit: debt,
        amountVnd: vnd(part.amountVnd),
        reason: "debt_recovered",
        reference: { kind: "order", id: part.orderId },
      });
      left = left.map((order) =>
        order.orderId === part.orderId
          ? { ...order, amountVnd: order.amountVnd - part.amountVnd }
          : order,
      );
    }
  }
  return left.filter(({ amountVnd }) => amountVnd !== 0);
}
