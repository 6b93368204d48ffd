import { inTransaction } from "~/platform/db.server";
import { balanceOf } from "./queries.server";
import {
  findAccountsBelowZero,
  findCaptureDifferences,
  findOrderDifferences,
  findPaymentStatusDifferences,
  findReceiptDifferences,
  sumInbox,
} from "./queries-reconciliation.server";
import type { LedgerDifference } from "./types";

/**
 * Inbox against ledger against payments against orders; empty when the books are right. That debits equal
 * credits needs no check: a transfer is one row with both. At most 200 differences of a kind.
 * Reads in one transaction: between two commits of a shop at work the books are never half-written.
 */
export async function checkLedger(): Promise<LedgerDifference[]> {
  return inTransaction(async (tx) => {
    const inbox = await sumInbox(tx);
    return [
      ...(await findAccountsBelowZero(tx)),
      ...compare("bank_balance", inbox.heldVnd, await balanceOf({ kind: "bank" }, tx)),
      ...compare("suspense_balance", inbox.suspenseVnd, await balanceOf({ kind: "suspense" }, tx)),
      ...(await findReceiptDifferences(tx)),
      ...(await findCaptureDifferences(tx)),
      ...(await findPaymentStatusDifferences(tx)),
      ...(await findOrderDifferences(tx)),
    ];
  });
}

function compare(
  name: "bank_balance" | "suspense_balance",
  expectedVnd: number,
  actualVnd: number,
): LedgerDifference[] {
  if (expectedVnd === actualVnd) return [];
  return [{ name, subjectId: name, expectedVnd, actualVnd }];
}
