import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { owingAccount } from "~/domain/settlement/owing-account";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import { findWalletReport } from "~/domain/settlement/queries-wallets.server";
import { transitionDisbursement } from "~/domain/settlement/transition-disbursement.server";
import type { DisbursementRecord } from "~/domain/settlement/types-disbursements";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";

export type WithdrawDisbursementCode =
  "disbursement_not_found" | "move_not_allowed" | "wallet_reported_by_you";

/**
 * It is not to be sent after all: owed as before. Of what the bank has sent already its line will be found to differ,
 * and wait for a person. Withdrawing again changes nothing.
 */
export async function withdrawDisbursement(
  actor: UserActor,
  input: { code: string; note: string },
): Promise<Result<null, WithdrawDisbursementCode>> {
  return inTransaction(async (tx) => {
    const [disbursement] = await findDisbursementsByCode(tx, [input.code]);
    if (!disbursement) return fail("disbursement_not_found");
    return withdrawInTransaction(tx, actor, { disbursement, note: input.note });
  });
}

/** The same within a transaction, of one that was found. */
export async function withdrawInTransaction(
  tx: Transaction,
  actor: UserActor,
  { disbursement, note }: { disbursement: DisbursementRecord; note: string },
): Promise<Result<null, Exclude<WithdrawDisbursementCode, "disbursement_not_found">>> {
  const { id, status } = disbursement;
  if (status === "withdrawn") return succeed(null);
  // Who said that it was sent may not have it sent again.
  const report = await findWalletReport(tx, { disbursementId: id });
  if (report?.reportedById === actor.userId) return fail("wallet_reported_by_you");
  const to = "withdrawn" as const;
  const moved = await transitionDisbursement(tx, {
    disbursementId: id,
    to,
    actorId: actor.userId,
    note,
  });
  if (!moved.ok) return moved;
  if (status === "approved") {
    await postTransfer(tx, {
      key: `disbursement:${id}:undone`,
      debit: { kind: "disbursement", ownerId: id },
      credit: owingAccount(disbursement),
      amountVnd: vnd(disbursement.amountVnd),
      reason: "disbursement_undone",
      reference: { kind: "disbursement", id },
    });
  }
  await recordAction(tx, {
    actor,
    action: "disbursement.withdraw",
    subject: { kind: "disbursement", id },
    before: { status },
    after: { status: to, note },
  });
  return succeed(null);
}
