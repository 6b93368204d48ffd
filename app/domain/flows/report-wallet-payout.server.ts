import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import { findWalletReport } from "~/domain/settlement/queries-wallets.server";
import { reportWallet } from "~/domain/settlement/report-wallet.server";
import { isWallet } from "~/domain/settlement/wallets";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type ReportWalletPayoutCode =
  "disbursement_not_found" | "wallet_not_awaited" | "wallet_reference_used";

/**
 * One officer says that a payout was sent by hand in the telecom's app; a second one has to confirm it. It may be one that
 * was withdrawn meanwhile: it had been sent all the same.
 */
export async function reportWalletPayout(
  actor: UserActor,
  input: { code: string; reference: string },
): Promise<Result<null, ReportWalletPayoutCode>> {
  const reference = input.reference.toUpperCase();
  return inTransaction(async (tx) => {
    const [payout] = await findDisbursementsByCode(tx, [input.code]);
    if (!payout) return fail("disbursement_not_found");
    const isAwaited = payout.status === "approved" || payout.status === "withdrawn";
    if (!isAwaited || !isWallet(payout.bankBin)) return fail("wallet_not_awaited");
    const same = await findWalletReport(tx, { reference });
    if (same?.disbursementId === payout.id) return succeed(null);
    if (same) return fail("wallet_reference_used");
    const known = await findWalletReport(tx, { disbursementId: payout.id });
    if (known) return fail("wallet_not_awaited");
    await reportWallet(tx, { disbursementId: payout.id, reference, reportedById: actor.userId });
    await recordAction(tx, {
      actor,
      action: "disbursement.report",
      subject: { kind: "disbursement", id: payout.id },
      after: { reference },
    });
    return succeed(null);
  });
}
