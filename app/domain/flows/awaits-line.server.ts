import type { BankTransactionRecord } from "~/domain/payments/types";
import { owingAccount } from "~/domain/settlement/owing-account";
import { balanceOf } from "~/domain/settlement/queries.server";
import { mayStandAgain } from "~/domain/settlement/queries-payout-records.server";
import type { DisbursementRecord } from "~/domain/settlement/types-disbursements";
import { isWallet } from "~/domain/settlement/wallets";
import type { Transaction } from "~/platform/db.server";
import { isContested } from "./is-contested.server";

/**
 * Whether a line can be this disbursement. It went: one of just this amount that is approved, or that was withdrawn
 * although it had been sent, while it is still owed and
 * no other payout has taken its orders. It came: one that had gone, whole or less what the other bank kept.
 */
export async function awaitsLine(
  tx: Transaction,
  given: { line: BankTransactionRecord; disbursement: DisbursementRecord; amountVnd: number },
): Promise<boolean> {
  const { line, disbursement, amountVnd } = given;
  const { status, checkoutId } = disbursement;
  if (isWallet(disbursement.bankBin)) return false; // what a bank can send goes to no wallet
  if (line.direction === "in") return status === "paid" && amountVnd <= disbursement.amountVnd;
  if (amountVnd !== disbursement.amountVnd) return false;
  if (status === "approved") return true;
  if (status !== "withdrawn") return false;
  if (!(await mayStandAgain(tx, disbursement.id))) return false;
  if (checkoutId !== null && (await isContested(tx, checkoutId))) return false;
  return (await balanceOf(owingAccount(disbursement), tx)) >= amountVnd;
}
