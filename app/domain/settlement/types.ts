/** What one delivered order brought its household. */
export type EarningsEntry = {
  orderCode: string;
  settledAt: number;
  totalVnd: number;
  commissionVnd: number;
  /** Kept back for the State. */
  taxVnd: number;
  netVnd: number;
  /** What of it a voucher of the buyer pays. */
  voucherVnd: number;
  /** What was taken of it at the door. */
  cashVnd: number;
  /**
   * Who had the buyer's money when it was delivered: the household itself, when it took it at the door; nobody, where a
   * voucher has paid all.
   */
  paidTo: "market" | "nobody" | "courier" | "household";
};

export type HouseholdEarnings = {
  /** Delivered and not yet paid out, what couriers still have left out. */
  marketVnd: number;
  /** Taken by couriers at the door and not yet handed over, after commission and tax. */
  courierVnd: number;
  /** Commission and tax that the household owes of the cash that it took itself. */
  owedVnd: number;
  /** Of orders still on their way, after commission and tax; cash that the household takes itself left out. */
  pendingVnd: number;
  /** Newest first. */
  entries: EarningsEntry[];
  page: number;
  pageCount: number;
};

/**
 * Why something is owed back to a buyer. overpaid: more came than was due. not_due: it came for an order that took
 * no more money. cancelled, refused, lost: an order that was paid fell through. returned: goods came back. paid_in_part: the rest did not
 * come in time. sent_back: nobody knows what it came for.
 */
export const REFUND_CAUSES = [
  "overpaid",
  "not_due",
  "cancelled",
  "refused",
  "lost",
  "returned",
  "paid_in_part",
  "sent_back",
] as const;
export type RefundCause = (typeof REFUND_CAUSES)[number];

/** What one buyer is owed back. */
export type RefundDue = {
  /** Of the account that owes it: a checkout, or a line of the inbox. */
  ownerId: string;
  /** Null: nobody knows the sender. */
  orderCode: string | null;
  /** Null with it. */
  maskedPhone: string | null;
  /** Somebody has said where to send it. */
  hasPayee: boolean;
  amountVnd: number;
  /** When the first of it became due, epoch milliseconds. */
  since: number;
  /** Each once. */
  causes: RefundCause[];
};

export type RefundPage = {
  refunds: RefundDue[];
  refundCount: number;
  totalVnd: number;
  page: number;
  pageCount: number;
};

/** Cash taken at the door that is not ours yet: by couriers all of it, by households our commission of it. */
export type CashOutside = { couriersVnd: number; householdsVnd: number };

/** What of the books does not agree with what; each name is a check of `checkLedger`. */
export type LedgerDifferenceName =
  | "account_below_zero" // an account has less than nothing on its normal side
  | "account_balance" // the balance that the database keeps against the sum of all transfers
  | "bank_balance" // ledger's bank account against the inbox's matched and suspense lines and its opening balance
  | "suspense_balance" // suspense account against the inbox's suspense lines that came
  | "outflow_balance" // what left for we do not know what, against the inbox's suspense lines that went
  | "bank_receipt" // one line of the inbox against its receipt in the ledger
  | "bank_outflow" // one line of the inbox that went against the ledger
  | "line_allocation" // what left suspense or the unexplained outflow, against what people said of the line
  | "disbursement_held" // what is held back for a disbursement, against whether it is approved and has not left
  | "card_clearing_balance" // what the card provider holds for us, against all that it has told
  | "card_charge" // one charge that it told, against what was received in the ledger
  | "card_fee" // what it took of one charge or dispute
  | "card_refund" // one refund to a card, against what was taken for it
  | "card_dispute" // what is held back for one dispute
  | "payment_captured" // what a payment says it received against the ledger
  | "payment_status" // paid, open ... against the amounts: `expected` is what is due, `actual` what was captured
  | "order_settlement" // a delivered order's total against what its household was credited
  | "order_commission" // a delivered order's commission against what was taken
  | "order_refund" // a cancelled or refused order that was paid, against what is owed to the buyer
  | "order_voucher" // the share of an order that a voucher pays, against what its programme owes for it
  | "order_courier_cash" // cash of a delivered order that a courier took, against what couriers owe us
  | "return_refund" // what a request says that it gave back, against what is owed to the buyer for it
  | "return_voucher" // what of it was a voucher's, against what its programme was given back
  | "return_commission" // the commission of it, against what the household got back
  | "order_tax" // a delivered order's tax against what was kept back
  | "return_tax" // the tax of what came back against what the household got back
  | "household_year" // a household's kept revenue of a year against its transfers
  | "payout_orders" // the orders that a payout pays against its amount
  | "payout_earned" // what an order brought its household against what payouts pay for it; only more is a difference
  | "household_statement" // what a household's statements say in all against its balance
  | "order_household_cash"; // the commission of one whose cash the household took, against what it owes us

export type LedgerDifference = {
  name: LedgerDifferenceName;
  subjectId: string;
  expectedVnd: number;
  actualVnd: number;
};
