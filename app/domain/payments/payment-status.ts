export const PAYMENT_STATUSES = [
  "open", // nothing received yet
  "partially_paid", // less than due was received; the rest stays due
  "paid", // at least what is due was received
  "expired", // nobody waits for this money: not paid in time, or every order at the door fell through
  "cancelled", // the buyer gave it up before paying
  "on_delivery", // due at the door, in cash or by a transfer; each order's cash is collected when it is delivered
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const BANK_TRANSACTION_STATUSES = [
  "matched", // we know what it was for, and it is posted so
  "suspense", // money that came or went without our knowing for what; a person decides
  "ignored", // not positive, or of another account: no money of ours
] as const;
export type BankTransactionStatus = (typeof BANK_TRANSACTION_STATUSES)[number];

/** Why a bank transaction stands where it stands. */
export const BANK_TRANSACTION_REASONS = [
  "paid", // completed its payment exactly
  "partially_paid", // the rest is still due
  "overpaid", // completed it; the excess is owed to the buyer
  "late_accepted", // came after the deadline, the stock was still there
  "refund_due", // came for a payment that takes no more money; owed to the buyer
  "no_reference", // no valid order reference in the memo
  "several_references", // more than one
  "not_awaiting_transfer", // the order was to be paid in cash at the door; until November 2026
  "allocated", // a person said what it was for
  "disbursed", // went to whom we had approved to send it
  "outgoing", // went, and we do not know for what
  "disbursement_differs", // went under the code of a disbursement that is not awaited, or not with this amount
  "may_be_known", // looks like what another provider has told already, and differs in what would prove it
  "told_twice", // a person said that another line tells the same
  "not_positive",
  "other_account",
] as const;
export type BankTransactionReason = (typeof BANK_TRANSACTION_REASONS)[number];
