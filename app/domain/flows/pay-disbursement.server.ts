import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { owingAccount } from "~/domain/settlement/owing-account";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { transitionDisbursement } from "~/domain/settlement/transition-disbursement.server";
import type { DisbursementRecord } from "~/domain/settlement/types-disbursements";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { vnd } from "~/platform/money";

/**
 * A line of the bank shows that approved money has left: as the line came, or once a person has said that this is what
 * the line was for (`allocationPartId`). Whoever calls has compared the amounts.
 */
export async function payDisbursement(
  tx: Transaction,
  actor: Actor,
  input: {
    disbursement: DisbursementRecord;
    bankTransactionId: string;
    allocationPartId?: string;
  },
): Promise<void> {
  const { disbursement, bankTransactionId, allocationPartId } = input;
  const posting = {
    // Of one that was withdrawn nothing is held back any more: what is owed pays it.
    debit:
      disbursement.status === "withdrawn"
        ? owingAccount(disbursement)
        : ({ kind: "disbursement", ownerId: disbursement.id } as const),
    amountVnd: vnd(disbursement.amountVnd),
    reference: { kind: "bank_transaction", id: bankTransactionId } as const,
  };
  await postTransfer(
    tx,
    allocationPartId === undefined
      ? {
          ...posting,
          key: `bank_transaction:${bankTransactionId}:outflow`,
          credit: { kind: "bank" },
          reason: "bank_outflow",
        }
      : {
          ...posting,
          // A part may be a whole batch of payouts.
          key: `allocation_part:${allocationPartId}:${disbursement.id}:outflow`,
          credit: { kind: "outflow" },
          reason: "outflow_allocated",
        },
  );
  const moved = await transitionDisbursement(tx, {
    disbursementId: disbursement.id,
    to: "paid",
    actorId: actorIdOf(actor),
    note: null,
    bankTransactionId,
  });
  invariant(moved.ok, "a disbursement was paid that nobody awaits");
  await recordAction(tx, {
    actor,
    action: "disbursement.pay",
    subject: { kind: "disbursement", id: disbursement.id },
    after: { status: "paid", bankTransactionId, amountVnd: disbursement.amountVnd },
  });
}
