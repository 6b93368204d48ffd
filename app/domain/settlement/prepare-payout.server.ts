import { disbursementEvents, disbursements } from "~db/schema/settlement";
import { payoutOrders } from "~db/schema/settlement-payouts";
import { generateDisbursementCode } from "~/domain/payments/disbursement-code";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId, randomBytes } from "~/platform/ids";
import { invariant } from "~/platform/invariant";
import { sumVnd } from "~/platform/money";
import type { PayeeRecord } from "./types-disbursements";

/** Notes what a household is to be paid for which orders; nothing moves yet. Whoever calls has looked that it may be. */
export async function preparePayout(
  tx: Transaction,
  input: {
    householdId: string;
    batchId: string;
    preparedById: string;
    payee: PayeeRecord;
    orders: readonly { orderId: string; amountVnd: number }[];
  },
): Promise<{ id: string; amountVnd: number }> {
  const { householdId, batchId, preparedById, orders } = input;
  const { bankBin, sealedAccount, accountEnding } = input.payee;
  const amountVnd = sumVnd(orders.map((order) => order.amountVnd));
  invariant(amountVnd >= 1, "a payout of nothing");
  const id = newId("dsb");
  const preparedAt = now();
  await tx.insert(disbursements).values({
    id,
    code: generateDisbursementCode(randomBytes),
    kind: "payout",
    status: "prepared",
    ownerId: householdId,
    checkoutId: null,
    amountVnd,
    bankBin,
    sealedAccount,
    accountEnding,
    preparedById,
    preparedAt,
    batchId,
  });
  for (const order of orders) {
    await tx.insert(payoutOrders).values({
      id: newId("pyo"),
      disbursementId: id,
      orderId: order.orderId,
      amountVnd: order.amountVnd,
    });
  }
  await tx.insert(disbursementEvents).values({
    id: newId("dse"),
    disbursementId: id,
    fromStatus: null,
    toStatus: "prepared",
    actorId: preparedById,
    note: null,
    occurredAt: preparedAt,
  });
  return { id, amountVnd };
}
