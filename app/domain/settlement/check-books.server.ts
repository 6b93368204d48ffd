import type { ReadDatabase } from "~/platform/db.server";
import { checkCards } from "./check-cards.server";
import { balanceOf } from "./queries.server";
import { confirmedOpening } from "./queries-bank-chain.server";
import {
  findAccountsBelowZero,
  findCaptureDifferences,
  findPaymentStatusDifferences,
  findLineDifferences,
  listBalances,
  listMoves,
  MAX_DIFFERENCES,
  sumInbox,
} from "./queries-reconciliation.server";
import { findAllocationDifferences } from "./queries-reconciliation-allocations.server";
import { findDisbursementDifferences } from "./queries-reconciliation-disbursements.server";
import {
  findOverpaidOrders,
  findPayoutDifferences,
  findStatementDifferences,
} from "./queries-reconciliation-payouts.server";
import { findReturnDifferences } from "./queries-reconciliation-returns.server";
import {
  findOrderTaxDifferences,
  findReturnTaxDifferences,
  findYearDifferences,
} from "./queries-reconciliation-tax.server";
import { findOrderDifferences } from "./queries-reconciliation-orders.server";
import { stretchesOf } from "./queries-stretches.server";
import type { LedgerDifference, LedgerDifferenceName } from "./types";

/**
 * Inbox against ledger against payments against orders, every row of them; empty when the books are right. What it
 * proves, of the one moment at which it began: no account holds less than nothing; each kept balance is the sum of
 * all transfers; bank, suspense and outflow hold what the inbox says, with what the bank held before it; each line of the inbox is in the ledger and each
 * such transfer has its line; what left suspense is what people said of the line; what is held back is what is approved
 * to be sent; each charge, refund and dispute of a card is in the ledger as the provider told it; each payment captured
 * what the ledger received, and its status follows; each order is settled, charged and refunded as it ended, a voucher
 * pays its share of each that stands, and its cash
 * is with whoever stood at the door; each request gave back what it says; each payout is the sum of its orders, none of
 * which is paid more than it earned; each household's balance is what its statements say; what is kept
 * back for the State is what was frozen on each order, less what came back; each household's revenue of a year is kept
 * right. That debits
 * equal credits needs no check: a transfer is one row with both. Not held against its causes: what is owed to a buyer in
 * all (`refund_due`).
 *
 * Nothing is taken over from an earlier check, so that a row that somebody changed by hand is found too. `db` is a
 * snapshot; it takes no lock and pauses after every 100 rows: it may take seconds, and nobody waits for it. At most
 * 200 differences of a kind, by kind in the order of `LedgerDifferenceName`.
 */
export async function checkBooks(db: ReadDatabase): Promise<LedgerDifference[]> {
  const found = [
    ...(await findAccountsBelowZero(db)),
    ...(await checkInbox(db)),
    ...(await checkTransfers(db)),
    ...(await checkCards(db)).differences,
  ];
  for await (const stretch of stretchesOf(db, "payments")) {
    found.push(...(await findCaptureDifferences(db, stretch)));
    found.push(...(await findPaymentStatusDifferences(db, stretch)));
  }
  for await (const stretch of stretchesOf(db, "orders")) {
    found.push(...(await findOrderDifferences(db, stretch)));
    found.push(...(await findOverpaidOrders(db, stretch)));
    found.push(...(await findOrderTaxDifferences(db, stretch)));
  }
  for await (const stretch of stretchesOf(db, "disbursements")) {
    found.push(...(await findDisbursementDifferences(db, stretch)));
    found.push(...(await findPayoutDifferences(db, stretch)));
  }
  for await (const stretch of stretchesOf(db, "households")) {
    found.push(...(await findStatementDifferences(db, stretch)));
    found.push(...(await findYearDifferences(db, stretch)));
  }
  for await (const stretch of stretchesOf(db, "returns")) {
    found.push(...(await findReturnDifferences(db, stretch)));
    found.push(...(await findReturnTaxDifferences(db, stretch)));
  }
  return NAMES.flatMap((name) =>
    found.filter((one) => one.name === name).slice(0, MAX_DIFFERENCES),
  );
}

const NAMES: readonly LedgerDifferenceName[] = [
  "account_below_zero",
  "account_balance",
  "bank_balance",
  "suspense_balance",
  "outflow_balance",
  "bank_receipt",
  "bank_outflow",
  "line_allocation",
  "disbursement_held",
  "card_clearing_balance",
  "card_charge",
  "card_fee",
  "card_refund",
  "card_dispute",
  "payment_captured",
  "payment_status",
  "order_settlement",
  "order_commission",
  "order_refund",
  "order_voucher",
  "order_courier_cash",
  "order_household_cash",
  "return_refund",
  "return_voucher",
  "return_commission",
  "order_tax",
  "return_tax",
  "payout_orders",
  "payout_earned",
  "household_statement",
  "household_year",
];

/** Adds up every transfer; big integers, because a sum may pass what a number holds exactly. */
async function checkTransfers(db: ReadDatabase): Promise<LedgerDifference[]> {
  const found: LedgerDifference[] = [];
  const totals = new Map<string, bigint>();
  const move = (accountId: string, amountVnd: number) => {
    const total = (totals.get(accountId) ?? 0n) + BigInt(amountVnd);
    // Most accounts end at nothing: forgetting them keeps the memory small.
    if (total === 0n) totals.delete(accountId);
    else totals.set(accountId, total);
  };
  for await (const stretch of stretchesOf(db, "transfers")) {
    for (const { id, amountVnd, stray, ...accounts } of await listMoves(db, stretch)) {
      move(accounts.debitAccountId, amountVnd);
      move(accounts.creditAccountId, -amountVnd);
      if (stray) found.push({ name: stray, subjectId: id, expectedVnd: 0, actualVnd: amountVnd });
    }
  }
  for await (const stretch of stretchesOf(db, "balances")) {
    for (const { accountId, balanceVnd } of await listBalances(db, stretch)) {
      found.push(...compareBalance(accountId, totals.get(accountId), balanceVnd));
      totals.delete(accountId);
    }
  }
  for (const [accountId, total] of totals) found.push(...compareBalance(accountId, total, 0));
  return found;
}

function compareBalance(
  subjectId: string,
  totalVnd: bigint | undefined,
  actualVnd: number,
): LedgerDifference[] {
  const expectedVnd = Number(totalVnd ?? 0n);
  if (expectedVnd === actualVnd) return [];
  return [{ name: "account_balance", subjectId, expectedVnd, actualVnd }];
}

async function checkInbox(db: ReadDatabase): Promise<LedgerDifference[]> {
  const found: LedgerDifference[] = [];
  let heldVnd = 0n;
  const unknownVnd = { in: 0n, out: 0n };
  for await (const stretch of stretchesOf(db, "inbox")) {
    for (const { status, direction, amountVnd } of await sumInbox(db, stretch)) {
      const sum = BigInt(amountVnd);
      heldVnd += direction === "in" ? sum : -sum;
      if (status === "suspense") unknownVnd[direction] += sum;
    }
    found.push(...(await findLineDifferences(db, stretch, "in")));
    found.push(...(await findLineDifferences(db, stretch, "out")));
    found.push(...(await findAllocationDifferences(db, stretch)));
  }
  const openingVnd = (await confirmedOpening(db)) ?? 0;
  const bankVnd = await balanceOf({ kind: "bank" }, db);
  const suspenseVnd = await balanceOf({ kind: "suspense" }, db);
  const outflowVnd = await balanceOf({ kind: "outflow" }, db);
  return [
    ...compare("bank_balance", Number(heldVnd) + openingVnd, bankVnd),
    ...compare("suspense_balance", Number(unknownVnd.in), suspenseVnd),
    ...compare("outflow_balance", Number(unknownVnd.out), outflowVnd),
    ...found,
  ];
}

function compare(
  name: "bank_balance" | "suspense_balance" | "outflow_balance",
  expectedVnd: number,
  actualVnd: number,
): LedgerDifference[] {
  if (expectedVnd === actualVnd) return [];
  return [{ name, subjectId: name, expectedVnd, actualVnd }];
}
