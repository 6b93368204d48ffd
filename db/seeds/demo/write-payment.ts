import { isPaidAtDoor, type PaymentMethod } from "../../../app/domain/orders/payment-methods";
import type { PaymentStatus } from "../../../app/domain/payments/payment-status";
import { checkoutTotals } from "../../../app/domain/orders/order-totals";
import { payments } from "../../schema/payments";
import { prepareInsert } from "../insert-rows";
import type { TransferMoment } from "./order-life";
import { createBankInbox, SAMPLE_ACCOUNT, writeMemo } from "./sample-bank";
import { createLedger, type SampleLedger } from "./sample-ledger";
import type { SampleWriter } from "./sample-writer";
import type { LivedOrder } from "./lived-order";

export type PaymentToWrite = {
  checkoutId: string;
  code: string;
  method: PaymentMethod;
  transferAt: TransferMoment;
  placedAt: number;
  lived: readonly LivedOrder[];
};

// Between the bank's booking of a transfer and its notice.
const NOTICE_DELAY_MS = 4_000;

/** Writes a checkout's payment a call, the bank's line, and every transfer in the ledger. */
export function createPaymentInsert(writer: SampleWriter) {
  const { connection, random, newId } = writer;
  const insert = prepareInsert(connection, payments);
  const insertReceipt = createBankInbox(writer, { firstNoticeId: 1_001 });
  const ledger = createLedger(writer);

  return (payment: PaymentToWrite): void => {
    const { checkoutId, code, method, transferAt, placedAt, lived } = payment;
    const { totalVnd } = checkoutTotals(lived.map((order) => order.totals));
    const paymentId = newId("pay", placedAt);
    insert({
      id: paymentId,
      checkoutId,
      method,
      reference: code,
      ...SAMPLE_ACCOUNT,
      openedAt: placedAt,
      ...captureOf(payment, totalVnd),
    });
    if (transferAt !== null) {
      const bankTransactionId = insertReceipt({
        amountVnd: totalVnd,
        content: writeMemo(random, code),
        at: transferAt - NOTICE_DELAY_MS,
        status: "matched",
        reason: "paid",
        paymentId,
      });
      ledger.post({
        key: `bank_transaction:${bankTransactionId}:receipt`,
        debit: { kind: "bank" },
        credit: { kind: "buyer", ownerId: checkoutId },
        amountVnd: totalVnd,
        reason: "bank_receipt",
        reference: { kind: "bank_transaction", id: bankTransactionId },
        at: transferAt,
      });
    }
    for (const order of lived) postOrder(ledger, order, { checkoutId, method });
    ledger.forget(checkoutId);
  };
}

/** What was captured, and what the payment's status follows from. */
function captureOf(
  { method, transferAt, lived }: PaymentToWrite,
  totalVnd: number,
): { status: PaymentStatus; dueVnd: number; capturedVnd: number; paidAt: number | null } {
  if (!isPaidAtDoor(method)) {
    const dueVnd = totalVnd;
    return transferAt === null
      ? { status: "expired", dueVnd, capturedVnd: 0, paidAt: null }
      : { status: "paid", dueVnd, capturedVnd: totalVnd, paidAt: transferAt };
  }
  const fellThrough = lived.filter(isFallenThrough);
  const lastFallen = fellThrough.toSorted(byLastMove).at(-1);
  if (lastFallen && fellThrough.length === lived.length) {
    // As the shop leaves it: the last order's amount stays, a payment is never of nothing.
    const dueVnd = lastFallen.totals.totalVnd;
    return { status: "expired", dueVnd, capturedVnd: 0, paidAt: null };
  }
  const delivered = lived.filter((order) => order.status === "delivered");
  const dueVnd = totalVnd - checkoutTotals(fellThrough.map((order) => order.totals)).totalVnd;
  const capturedVnd = checkoutTotals(delivered.map((order) => order.totals)).totalVnd;
  const isPaid = capturedVnd === dueVnd;
  const lastAt = Math.max(...lived.map(lastMoveAt));
  return {
    status: isPaid ? "paid" : "on_delivery",
    dueVnd,
    capturedVnd,
    paidAt: isPaid ? lastAt : null,
  };
}

const isFallenThrough = ({ status }: LivedOrder) => status === "cancelled" || status === "refused";
const lastMoveAt = (order: LivedOrder) => order.moves.at(-1)?.at ?? 0;
const byLastMove = (a: LivedOrder, b: LivedOrder) => lastMoveAt(a) - lastMoveAt(b);

function postOrder(
  ledger: SampleLedger,
  { id, draft, totals, moves, status }: LivedOrder,
  { checkoutId, method }: { checkoutId: string; method: PaymentMethod },
) {
  const buyer = { kind: "buyer", ownerId: checkoutId } as const;
  const household = { kind: "household", ownerId: draft.household.id } as const;
  const { totalVnd: amountVnd, commissionVnd } = totals;
  const posting = { reference: { kind: "order", id } as const, at: moves.at(-1)?.at ?? 0 };
  if (status === "delivered") {
    if (isPaidAtDoor(method)) {
      const courier = { kind: "courier" } as const;
      const cash = { key: `order:${id}:cash`, reason: "cash_collected" } as const;
      ledger.post({ ...posting, ...cash, debit: courier, credit: buyer, amountVnd });
    }
    const settled = { key: `order:${id}:settled`, reason: "order_settled" } as const;
    ledger.post({ ...posting, ...settled, debit: buyer, credit: household, amountVnd });
    if (commissionVnd > 0) {
      const taken = { key: `order:${id}:commission`, reason: "commission_taken" } as const;
      const commission = { kind: "commission" } as const;
      const debit = household;
      ledger.post({ ...posting, ...taken, debit, credit: commission, amountVnd: commissionVnd });
    }
  }
  if (status === "cancelled" && !isPaidAtDoor(method)) {
    const refund = { key: `order:${id}:refund`, reason: "order_refund_due" } as const;
    const credit = { kind: "refund_due", ownerId: checkoutId } as const;
    ledger.post({ ...posting, ...refund, debit: buyer, credit, amountVnd });
  }
}
