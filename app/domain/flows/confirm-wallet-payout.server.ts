import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { LedgerAccount } from "~/domain/settlement/ledger-accounts";
import { owingAccount } from "~/domain/settlement/owing-account";
import { mayStandAgain } from "~/domain/settlement/queries-payout-records.server";
import type { DisbursementRecord } from "~/domain/settlement/types-disbursements";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import { findWalletReport } from "~/domain/settlement/queries-wallets.server";
import { agreeToWallet } from "~/domain/settlement/agree-to-wallet.server";
import { transitionDisbursement } from "~/domain/settlement/transition-disbursement.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";

export type ConfirmWalletPayoutCode =
  | "disbursement_not_found"
  | "wallet_not_awaited"
  | "second_person_needed"
  | "wallet_short"
  | "wallet_paid_again"
  | "move_not_allowed";

/**
 * A second officer has seen the same payment in the telecom's app: the payout is paid, out of what the bank has shown to
 * have gone to that telecom. More than that nobody's word moves (`wallet_short`). One that was withdrawn after it had been
 * sent is paid out of what is owed; not while another payout has taken its orders or its money (`wallet_paid_again`).
 * Confirming again changes nothing.
 */
export async function confirmWalletPayout(
  actor: UserActor,
  input: { code: string },
): Promise<Result<null, ConfirmWalletPayoutCode>> {
  return inTransaction(async (tx) => {
    const [payout] = await findDisbursementsByCode(tx, [input.code]);
    if (!payout) return fail("disbursement_not_found");
    const { id, status } = payout;
    const report = await findWalletReport(tx, { disbursementId: id });
    if (!report) return fail("wallet_not_awaited");
    if (report.agreedById !== null) return succeed(null);
    if (status !== "approved" && status !== "withdrawn") return fail("wallet_not_awaited");
    if (report.reportedById === actor.userId) return fail("second_person_needed");
    const wallet = { kind: "mobile_wallet", ownerId: payout.bankBin } as const;
    const heldVnd = await balanceOf(wallet, tx);
    const amountVnd = vnd(payout.amountVnd);
    if (heldVnd < amountVnd) return fail("wallet_short", { heldVnd });
    const debit = await accountOf(tx, payout);
    if (debit === null) return fail("wallet_paid_again");
    await agreeToWallet(tx, { disbursementId: id, agreedById: actor.userId });
    await postTransfer(tx, {
      key: `disbursement:${id}:wallet`,
      debit,
      credit: wallet,
      amountVnd,
      reason: "wallet_paid",
      reference: { kind: "disbursement", id },
    });
    const moved = await transitionDisbursement(tx, {
      disbursementId: id,
      to: "paid",
      actorId: actor.userId,
      note: report.reference,
    });
    if (!moved.ok) return moved;
    await recordAction(tx, {
      actor,
      action: "disbursement.pay",
      subject: { kind: "disbursement", id },
      after: { status: "paid", reference: report.reference, amountVnd },
    });
    return succeed(null);
  });
}

/** What holds its amount: back for it, or owed again since it was withdrawn; null where that has gone another way. */
async function accountOf(
  tx: Transaction,
  payout: DisbursementRecord,
): Promise<LedgerAccount | null> {
  if (payout.status === "approved") return { kind: "disbursement", ownerId: payout.id };
  const owing = owingAccount(payout);
  if ((await balanceOf(owing, tx)) < payout.amountVnd) return null;
  const mayStand = await mayStandAgain(tx, { disbursementId: payout.id, besideIds: [] });
  return mayStand ? owing : null;
}
