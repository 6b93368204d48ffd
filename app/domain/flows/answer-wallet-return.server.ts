import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { endWalletReturn } from "~/domain/settlement/end-wallet-return.server";
import { owingAccount } from "~/domain/settlement/owing-account";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import { findWalletReturn } from "~/domain/settlement/queries-wallets.server";
import { transitionDisbursement } from "~/domain/settlement/transition-disbursement.server";
import type { DisbursementRecord } from "~/domain/settlement/types-disbursements";
import type { WalletReturn } from "~/domain/settlement/types-payouts";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";

export type AnswerWalletReturnCode =
  "disbursement_not_found" | "form_outdated" | "second_person_needed";

/**
 * A second officer has seen in the telecom's app that a payout came back: our account there has it again, the household is
 * owed as before and is told. Or it did not come back, which whoever said so may say too. `reportedAt` is of what was shown.
 */
export async function answerWalletReturn(
  actor: UserActor,
  input: { code: string; reportedAt: number; decision: "agree" | "refuse" },
): Promise<Result<null, AnswerWalletReturnCode>> {
  return inTransaction(async (tx) => {
    const [payout] = await findDisbursementsByCode(tx, [input.code]);
    if (!payout) return fail("disbursement_not_found");
    const report = await findWalletReturn(tx, payout.id);
    if (report?.reportedAt !== input.reportedAt) return fail("form_outdated");
    if (report.agreedById !== null) return succeed(null);
    if (input.decision === "agree") {
      if (report.reportedById === actor.userId) return fail("second_person_needed");
      await takeBack(tx, actor, { payout, report });
      return succeed(null);
    }
    await endWalletReturn(tx, { disbursementId: payout.id, agreedById: null });
    await recordAction(tx, {
      actor,
      action: "disbursement.refuse_return",
      subject: { kind: "disbursement", id: payout.id },
      before: { note: report.note },
    });
    return succeed(null);
  });
}

async function takeBack(
  tx: Transaction,
  actor: UserActor,
  { payout, report }: { payout: DisbursementRecord; report: WalletReturn },
) {
  const { id, status } = payout;
  await endWalletReturn(tx, { disbursementId: id, agreedById: actor.userId });
  await postTransfer(tx, {
    key: `disbursement:${id}:wallet_returned`,
    debit: { kind: "mobile_wallet", ownerId: payout.bankBin },
    credit: owingAccount(payout),
    amountVnd: vnd(payout.amountVnd),
    reason: "disbursement_undone",
    reference: { kind: "disbursement", id },
  });
  const moved = await transitionDisbursement(tx, {
    disbursementId: id,
    to: "returned",
    actorId: actor.userId,
    note: report.note,
  });
  invariant(moved.ok, "what never left came back");
  await recordAction(tx, {
    actor,
    action: "disbursement.return",
    subject: { kind: "disbursement", id },
    before: { status },
    after: { status: "returned", note: report.note },
  });
}
