import { invariant, unreachable } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import type { Vnd } from "~/platform/money";

/**
 * open: waits for money, stock is reserved. expired: the reservation has run out.
 * cancelled: called off, nothing is owed. paid: nothing is owed any more.
 */
export type PayableState = "open" | "expired" | "cancelled" | "paid";

export type MatchInput = {
  /** What the buyer owes in all, at least 0. */
  dueVnd: number;
  /** What was already captured for it, at least 0. */
  capturedVnd: number;
  /** What this bank transaction brought, at least 1. */
  amountVnd: number;
  state: PayableState;
};

/**
 * paid: all is there. partially_paid: the rest stays due, under a new QR.
 * overpaid: all is there, the excess is owed to the buyer.
 * late: reserve the stock again, then apply; with the stock gone the whole amount is owed to the buyer.
 *   `appliedVnd` below what was due means that even then it is not paid.
 * refund_due: nothing to pay for; all of it is owed to the buyer.
 */
export type MatchOutcomeKind = "paid" | "partially_paid" | "overpaid" | "late" | "refund_due";

/** `appliedVnd` + `excessVnd` = the amount that came in, always. */
export type MatchOutcome = { kind: MatchOutcomeKind; appliedVnd: Vnd; excessVnd: Vnd };

/**
 * What money that certainly belongs to this order does to it. Throws on amounts that cannot be.
 * The rows are the table of the design (payments, 3).
 */
export function decideMatchOutcome(input: MatchInput): MatchOutcome {
  const { dueVnd, capturedVnd, amountVnd, state } = input;
  invariant(Number.isSafeInteger(dueVnd) && dueVnd >= 0, `bad due: ${dueVnd}`);
  invariant(Number.isSafeInteger(capturedVnd) && capturedVnd >= 0, `bad captured: ${capturedVnd}`);
  invariant(Number.isSafeInteger(amountVnd) && amountVnd >= 1, `bad amount: ${amountVnd}`);

  const remainingVnd = Math.max(0, dueVnd - capturedVnd);
  if (remainingVnd === 0) return outcome("refund_due", 0, amountVnd);
  const appliedVnd = Math.min(amountVnd, remainingVnd);
  const excessVnd = amountVnd - appliedVnd;
  switch (state) {
    case "cancelled":
    case "paid":
      return outcome("refund_due", 0, amountVnd);
    case "expired":
      return outcome("late", appliedVnd, excessVnd);
    case "open":
      return outcome(kindOf(remainingVnd, amountVnd), appliedVnd, excessVnd);
    default:
      return unreachable(state);
  }
}

function kindOf(remainingVnd: number, amountVnd: number): MatchOutcomeKind {
  if (amountVnd < remainingVnd) return "partially_paid";
  return amountVnd === remainingVnd ? "paid" : "overpaid";
}

function outcome(kind: MatchOutcomeKind, appliedVnd: number, excessVnd: number): MatchOutcome {
  return { kind, appliedVnd: vnd(appliedVnd), excessVnd: vnd(excessVnd) };
}
