import type { BankTransactionRecord } from "~/domain/payments/types";
import { ledgerAccountId, type LedgerAccount } from "~/domain/settlement/ledger-accounts";
import { owingAccount } from "~/domain/settlement/owing-account";
import { loadDisbursement } from "~/domain/settlement/queries-disbursements-records.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { mayStandAgain } from "~/domain/settlement/queries-payout-records.server";
import type { AllocationPart } from "~/domain/settlement/types-allocations";
import type { DisbursementRecord } from "~/domain/settlement/types-disbursements";
import { isWallet } from "~/domain/settlement/wallets";
import type { Transaction } from "~/platform/db.server";
import { sumVnd } from "~/platform/money";
import { findContest } from "./find-contest.server";

/**
 * Whether a line can be this disbursement. It went: one of just this amount that is approved, or that was withdrawn
 * although it had been sent, while it is still owed, also with the other withdrawn ones that the line is said to be, and
 * no other payout has taken its orders. It came: one that had gone, whole or less what the other bank kept.
 * @param given.beside parts of the same line that come before this one
 */
export async function awaitsLine(
  tx: Transaction,
  given: {
    line: BankTransactionRecord;
    disbursement: DisbursementRecord;
    amountVnd: number;
    beside: readonly AllocationPart[];
  },
): Promise<boolean> {
  const { line, disbursement, amountVnd, beside } = given;
  const { status, checkoutId } = disbursement;
  if (isWallet(disbursement.bankBin)) return false; // what a bank can send goes to no wallet
  if (line.direction === "in") return status === "paid" && amountVnd <= disbursement.amountVnd;
  if (amountVnd !== disbursement.amountVnd) return false;
  if (status === "approved") return true;
  if (status !== "withdrawn") return false;
  const owing = owingAccount(disbursement);
  const others = await withdrawnOf(tx, { owing, beside });
  const besideIds = others.map(({ id }) => id);
  if (!(await mayStandAgain(tx, { disbursementId: disbursement.id, besideIds }))) return false;
  if (checkoutId !== null && (await findContest(tx, checkoutId)) !== null) return false;
  const besideVnd = sumVnd(others.map((one) => one.amountVnd));
  return (await balanceOf(owing, tx)) >= amountVnd + besideVnd;
}

/** The withdrawn ones among the parts that the same account would have to pay. */
async function withdrawnOf(
  tx: Transaction,
  { owing, beside }: { owing: LedgerAccount; beside: readonly AllocationPart[] },
): Promise<DisbursementRecord[]> {
  const found: DisbursementRecord[] = [];
  for (const { purpose, subjectId } of beside) {
    if (purpose !== "disbursement" || subjectId === null) continue;
    const other = await loadDisbursement(tx, subjectId);
    const isOfTheSame =
      other?.status === "withdrawn" &&
      ledgerAccountId(owingAccount(other)) === ledgerAccountId(owing);
    if (isOfTheSame) found.push(other);
  }
  return found;
}
