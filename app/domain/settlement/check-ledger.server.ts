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
 */
export async function checkLedger(): Promise<LedgerDifference[]> {
  const inbox = await sumInbox();
  return [
    ...(await findAccountsBelowZero()),
    ...compare("bank_balance", inbox.heldVnd, await balanceOf({ kind: "bank" })),
    ...compare("suspense_balance", inbox.suspenseVnd, await balanceOf({ kind: "suspense" })),
    ...(await findReceiptDifferences()),
    ...(await findCaptureDifferences()),
    ...(await findPaymentStatusDifferences()),
    ...(await findOrderDifferences()),
  ];
}

function compare(
  name: "bank_balance" | "suspense_balance",
  expectedVnd: number,
  actualVnd: number,
): LedgerDifference[] {
  if (expectedVnd === actualVnd) return [];
  return [{ name, subjectId: name, expectedVnd, actualVnd }];
}
