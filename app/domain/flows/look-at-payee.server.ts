import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { CardStop } from "~/domain/payments/queries-strays-records.server";
import { isSameAccount, openPayee } from "~/domain/settlement/open-payee.server";
import {
  findDisbursementsByCode,
  loadPayee,
} from "~/domain/settlement/queries-disbursements-records.server";
import { findPayoutStop } from "~/domain/settlement/queries-payout-records.server";
import type { DisbursementRecord, PayeeAccount } from "~/domain/settlement/types-disbursements";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { findContest } from "./find-contest.server";

export type LookAtPayeeCode =
  "disbursement_not_found" | "payee_key_missing" | CardStop | "payee_changed" | "payout_stopped";

/**
 * The whole account that a disbursement goes to, for whoever sends it; each look is noted with who looked. Of one that was
 * approved it is not told when something has come up since that it must not be sent for: a dispute about the card that
 * paid, a complaint, another account. It has to be withdrawn first.
 */
export async function lookAtPayee(
  actor: Actor,
  input: { code: string },
): Promise<Result<PayeeAccount, LookAtPayeeCode>> {
  return inTransaction(async (tx) => {
    const [disbursement] = await findDisbursementsByCode(tx, [input.code]);
    if (!disbursement) return fail("disbursement_not_found");
    const stop = disbursement.status === "approved" ? await stopOf(tx, disbursement) : null;
    if (stop !== null) return fail(stop);
    const account = openPayee(disbursement.ownerId, disbursement);
    if (!account) return fail("payee_key_missing");
    await recordAction(tx, {
      actor,
      action: "payee.look",
      subject: { kind: "disbursement", id: disbursement.id },
    });
    return succeed(account);
  });
}

async function stopOf(
  tx: Transaction,
  disbursement: DisbursementRecord,
): Promise<LookAtPayeeCode | null> {
  const { kind, ownerId, checkoutId } = disbursement;
  const contest = checkoutId === null ? null : await findContest(tx, checkoutId);
  if (contest !== null) return contest;
  if (kind !== "payout") {
    const payee = await loadPayee(tx, ownerId);
    const isChanged = payee !== null && !isSameAccount(ownerId, payee, disbursement);
    return isChanged ? "payee_changed" : null;
  }
  const stop = await findPayoutStop(tx, disbursement);
  if (stop === null) return null;
  return stop === "account_changed" ? "payee_changed" : "payout_stopped";
}
