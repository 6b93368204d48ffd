import { DISBURSEMENT_PREFIX } from "../../../app/domain/payments/disbursement-code";
import { HOUR_MS } from "../../../app/platform/period";
import { disbursementEvents, disbursements, payoutBatches } from "../../schema/settlement";
import { payoutOrders } from "../../schema/settlement-payouts";
import { prepareInsert } from "../insert-rows";
import { createBankInbox } from "./sample-bank";
import { createLedger } from "./sample-ledger";
import { createReferences } from "./sample-references";
import type { SampleWriter } from "./sample-writer";
import type { SampleUser } from "./seed-users";

export type SampleAccount = {
  bankBin: string;
  sealedAccount: string;
  accountEnding: string;
  isWallet: boolean;
};
export type SamplePayout = {
  householdId: string;
  account: SampleAccount;
  orders: readonly { orderId: string; amountVnd: number }[];
};
export type SampleBatch = {
  /** When it was prepared. */
  at: number;
  status: "prepared" | "paid";
  payouts: readonly SamplePayout[];
};

// Beyond what the samples' orders number their notices to.
const FIRST_NOTICE_ID = 50_000_001;

/** Writes a batch a call, with its payouts and, where it was paid, the bank's lines and the transfers. */
export function createBatchWriter(
  writer: SampleWriter,
  users: { department_officer: SampleUser; second_officer: SampleUser },
) {
  const { connection, newId, random } = writer;
  const insertBatch = prepareInsert(connection, payoutBatches);
  const insertPayout = prepareInsert(connection, disbursements);
  const insertOrder = prepareInsert(connection, payoutOrders);
  const insertMove = createMoveInsert(writer);
  const insertLine = createBankInbox(writer, { firstNoticeId: FIRST_NOTICE_ID });
  const ledger = createLedger(writer);
  const nextReference = createReferences(random);
  const nextCode = (prefix: string) => prefix + nextReference().slice(2);
  const preparedById = users.department_officer.id;
  const approvedById = users.second_officer.id;

  const pay = (
    payout: { id: string; code: string; householdId: string; amountVnd: number },
    at: number,
  ) => {
    const { id, code, householdId, amountVnd } = payout;
    const held = { kind: "disbursement", ownerId: id } as const;
    ledger.post({
      key: `disbursement:${id}:approved`,
      debit: { kind: "household", ownerId: householdId },
      credit: held,
      amountVnd,
      reason: "disbursement_approved",
      reference: { kind: "disbursement", id },
      at: at + HOUR_MS,
    });
    const lineId = insertLine({
      amountVnd,
      content: `CHI TRA ${code}`,
      at: at + 2 * HOUR_MS,
      status: "matched",
      reason: "disbursed",
      paymentId: null,
    });
    ledger.post({
      key: `bank_transaction:${lineId}:outflow`,
      debit: held,
      credit: { kind: "bank" },
      amountVnd,
      reason: "bank_outflow",
      reference: { kind: "bank_transaction", id: lineId },
      at: at + 2 * HOUR_MS,
    });
    return lineId;
  };

  return ({ at, status, payouts }: SampleBatch): void => {
    if (payouts.length === 0) return;
    const batchId = newId("pbt", at);
    insertBatch({
      id: batchId,
      code: nextCode("UB"),
      submissionKey: batchId,
      preparedById,
      preparedAt: at,
    });
    for (const { householdId, account, orders } of payouts) {
      const id = newId("dsb", at);
      const code = nextCode(DISBURSEMENT_PREFIX);
      const amountVnd = orders.reduce((total, order) => total + order.amountVnd, 0);
      const isPaid = status === "paid";
      const { isWallet: _, ...payee } = account;
      insertPayout({
        id,
        code,
        kind: "payout",
        status,
        ownerId: householdId,
        checkoutId: null,
        amountVnd,
        ...payee,
        preparedById,
        preparedAt: at,
        approvedById: isPaid ? approvedById : null,
        bankTransactionId: isPaid ? pay({ id, code, householdId, amountVnd }, at) : null,
        batchId,
      });
      for (const order of orders) {
        insertOrder({ id: newId("pyo", at), disbursementId: id, ...order, isStanding: true });
      }
      insertMove({ disbursementId: id, from: null, to: "prepared", actorId: preparedById, at });
      if (!isPaid) continue;
      insertMove({
        disbursementId: id,
        from: "prepared",
        to: "approved",
        actorId: approvedById,
        at: at + HOUR_MS,
      });
      insertMove({
        disbursementId: id,
        from: "approved",
        to: "paid",
        actorId: null,
        at: at + 2 * HOUR_MS,
      });
    }
  };
}

type SampleMove = {
  disbursementId: string;
  from: "prepared" | "approved" | null;
  to: "prepared" | "approved" | "paid";
  actorId: string | null;
  at: number;
};

function createMoveInsert({ connection, newId }: SampleWriter) {
  const insert = prepareInsert(connection, disbursementEvents);
  return ({ disbursementId, from, to, actorId, at }: SampleMove) =>
    insert({
      id: newId("dse", at),
      disbursementId,
      fromStatus: from,
      toStatus: to,
      actorId,
      note: null,
      occurredAt: at,
    });
}
