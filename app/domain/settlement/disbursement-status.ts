/** What is sent. refund: to a buyer, or back to a sender whom we do not know. payout: to a household what it earned. */
export const DISBURSEMENT_KINDS = ["refund", "payout"] as const;
export type DisbursementKind = (typeof DISBURSEMENT_KINDS)[number];

export const DISBURSEMENT_STATUSES = [
  "prepared", // one person has said what is to be sent where
  "approved", // a second person agrees: it is to be sent, its amount is held back in the ledger
  "paid", // the bank's line shows that it left
  "withdrawn", // not sent: owed as before
  "returned", // it left and came back, because the account took no money: owed as before
] as const;
export type DisbursementStatus = (typeof DISBURSEMENT_STATUSES)[number];

const MOVES: Record<DisbursementStatus, readonly DisbursementStatus[]> = {
  prepared: ["approved", "withdrawn"],
  approved: ["paid", "withdrawn"],
  paid: ["returned"],
  withdrawn: ["paid"], // it had been sent all the same
  returned: [],
};

export function canMoveDisbursement(from: DisbursementStatus, to: DisbursementStatus): boolean {
  return MOVES[from].includes(to);
}
