import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { encodeVietQr } from "~/domain/payments/vietqr-encode";
import { openPayee } from "~/domain/settlement/open-payee.server";
import { loadPayee } from "~/domain/settlement/queries-disbursements-records.server";
import { stallAccountStop, type StallAccountStop } from "~/domain/settlement/stall-account";
import { payeePlaceName } from "~/domain/settlement/wallets";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";

export type StallQr = {
  payload: string;
  bankName: string;
  accountNumber: string;
  accountName: string;
};
export type StallQrCode = "household_not_found" | "stall_account_unreadable" | StallAccountStop;

/**
 * The QR by which a buyer at the stall pays into the household's own account, with an amount or without: the market is no
 * part of it. Only an account whose days of waiting are over: whoever took over a sign-in must not hang up their own.
 * Each look is noted, as every look at an account.
 */
export async function openStallQr(
  actor: Actor,
  scope: Scope,
  input: { householdId: string; amountVnd?: number },
): Promise<Result<StallQr, StallQrCode>> {
  const { householdId, amountVnd } = input;
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  return inTransaction(async (tx) => {
    const payee = await loadPayee(tx, householdId);
    const stop = stallAccountStop(payee, now());
    if (stop !== null || payee === null) return fail(stop ?? "stall_account_missing");
    const account = openPayee(householdId, payee);
    if (!account) return fail("stall_account_unreadable");
    const { bankBin, accountNumber, accountName } = account;
    const encoded = encodeVietQr({ bankBin, accountNumber, amountVnd });
    invariant(encoded.ok, "accounts and amounts are checked when they are typed");
    await recordAction(tx, {
      actor,
      action: "payee.show_at_stall",
      subject: { kind: "payee", id: householdId },
    });
    return succeed({
      payload: encoded.value,
      bankName: payeePlaceName(bankBin),
      accountNumber,
      accountName,
    });
  });
}
