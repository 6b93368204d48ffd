import type { PayoutStop } from "./payout-stops";

/** Why what an order earned is not paid out yet, or that it is. */
export type PayableState =
  | "ripe"
  | "in_window" // its buyer may still send it back
  | "open_return" // its buyer has complained
  | "with_courier" // the carrier has the cash
  | "with_programme" // all else is over, and the programme of its voucher has not paid its share
  | "set_off"; // paid out before, and came back since: the next payout is smaller by it

/** What one delivered order has on its household's account and no payout has taken. */
export type PayableOrder = {
  householdId: string;
  orderId: string;
  code: string;
  deliveredAt: number;
  /** From when on it is ripe, if nothing happens. */
  ripeAt: number;
  /** Below zero when it is set off. */
  amountVnd: number;
  state: PayableState;
};

/** What a household has earned and not been paid. */
export type Payable = {
  /** Not ripe yet. */
  comingVnd: number;
  /** Of it, what waits for nothing but a programme that has not paid its share. */
  withProgrammesVnd: number;
  /** Ripe, what was paid too much before taken off. */
  ripeVnd: number;
  /** What it owes the market of goods that came back and of commission. */
  owedVnd: number;
  /** Ripe less owed; 0 when it owes more. */
  payableVnd: number;
  /** Of what `payableVnd` is made. */
  orders: PayableOrder[];
};

/** A household with what the department can pay it. */
export type PayoutCandidate = {
  householdId: string;
  slug: string;
  name: string;
  bankName: string | null;
  accountEnding: string;
  /** From when on its account may be paid to; null without one. */
  usableAt: number | null;
  /** It waits so long because somebody had just come in by an officer's code. */
  isHeldByEntry: boolean;
  payable: Payable;
  /** In batches that have not left. */
  onTheWayVnd: number;
  stops: PayoutStop[];
};
export type PayoutCandidatePage = {
  candidates: PayoutCandidate[];
  candidateCount: number;
  page: number;
  pageCount: number;
};

/** How a household's money stands, for its own page. */
export type HouseholdPayout = {
  payable: Omit<Payable, "orders">;
  onTheWayVnd: number;
  paidVnd: number;
  account: HouseholdAccount | null;
  /** The account takes no money yet: it was named too short a time ago. */
  isWaiting: boolean;
};
export type HouseholdAccount = {
  bankBin: string;
  bankName: string;
  accountEnding: string;
  enteredAt: number;
  /** Somebody had just come in by an officer's code; null: nobody had. */
  heldUntil: number | null;
  usableAt: number;
};

export type PayoutBatchSummary = {
  code: string;
  preparedAt: number;
  preparedByName: string;
  payoutCount: number;
  totalVnd: number;
  preparedCount: number;
  approvedCount: number;
  paidCount: number;
};

export type BatchPayout = {
  code: string;
  status: "prepared" | "approved" | "paid" | "withdrawn" | "returned";
  amountVnd: number;
  householdName: string;
  householdSlug: string;
  bankName: string;
  isWallet: boolean;
  accountEnding: string;
  orderCount: number;
  /** What stops it now while it is prepared; null: nothing. */
  stop: PayoutStop | null;
  /** Why it was taken out. */
  note: string | null;
};
export type PayoutBatchView = {
  id: string;
  code: string;
  preparedAt: number;
  preparedById: string;
  preparedByName: string;
  payouts: BatchPayout[];
};

/** What people say of a Mobile Money payout that was sent by hand. */
export type WalletReport = {
  disbursementId: string;
  reference: string;
  reportedById: string;
  reportedByName: string;
  agreedById: string | null;
};

/** What people say of one that came back to our account at the telecom. */
export type WalletReturn = {
  note: string;
  reportedById: string;
  reportedByName: string;
  reportedAt: number;
  agreedById: string | null;
};
