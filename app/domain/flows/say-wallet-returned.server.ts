import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import { findWalletReturn } from "~/domain/settlement/queries-wallets.server";
import { reportWalletReturn } from "~/domain/settlement/report-wallet-return.server";
import { isWallet } from "~/domain/settlement/wallets";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type SayWalletReturnedCode =
  "disbursement_not_found" | "wallet_not_sent" | "wallet_return_waiting";

/**
 * One officer says that the telecom gave a payout back to our account there; a second one has to see it too. Saying it
 * again changes nothing.
 */
export async function sayWalletReturned(
  actor: UserActor,
  input: { code: string; note: string },
): Promise<Result<null, SayWalletReturnedCode>> {
  return inTransaction(async (tx) => {
    const [payout] = await findDisbursementsByCode(tx, [input.code]);
    if (!payout) return fail("disbursement_not_found");
    const { id: disbursementId, status, bankBin } = payout;
    if (status !== "paid" || !isWallet(bankBin)) return fail("wallet_not_sent");
    const known = await findWalletReturn(tx, disbursementId);
    if (known?.reportedById === actor.userId) return succeed(null);
    if (known) return fail("wallet_return_waiting");
    const { note } = input;
    await reportWalletReturn(tx, { disbursementId, note, reportedById: actor.userId });
    await recordAction(tx, {
      actor,
      action: "disbursement.report_return",
      subject: { kind: "disbursement", id: disbursementId },
      after: { note },
    });
    return succeed(null);
  });
}
