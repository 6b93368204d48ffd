import type { Vnd } from "~/platform/money";
import type { DisbursementKind, DisbursementStatus } from "./disbursement-status";

/** An account as a person types it. */
export type PayeeAccount = {
  /** NAPAS number of the bank or wallet, or the word of a telecom (`wallets`). */
  bankBin: string;
  accountNumber: string;
  accountName: string;
};

/** An account as the database holds it. */
export type PayeeRecord = {
  bankBin: string;
  /** See platform/seal; its owner is the payee's. */
  sealedAccount: string;
  accountEnding: string;
};

/** Where an owner's money is to be sent, and since when. */
export type Payee = PayeeRecord & {
  /** The officer who noted it; null: its owner. */
  enteredById: string | null;
  enteredAt: number;
  /** Nothing is paid there before. */
  heldUntil: number | null;
};

/** What became of an account that was named while somebody else was in. */
export type PayeeTakenBack =
  | "untouched" // none was
  | "restored" // the one from before is there again
  | "removed"; // none is there now

/** A disbursement as commands and flows need it. */
export type DisbursementRecord = PayeeRecord & {
  id: string;
  code: string;
  kind: DisbursementKind;
  status: DisbursementStatus;
  /** Of the ledger account that owes it. */
  ownerId: string;
  checkoutId: string | null;
  amountVnd: number;
  preparedById: string;
  /** Of a payout; null for a refund. */
  batchId: string | null;
};

export type NewDisbursement = {
  ownerId: string;
  checkoutId: string | null;
  amountVnd: Vnd;
  preparedById: string;
};

/** A row of the department's list. */
export type DisbursementSummary = {
  code: string;
  kind: DisbursementKind;
  status: DisbursementStatus;
  amountVnd: number;
  bankName: string;
  /** Mobile Money, which no line of the bank ends. */
  isWallet: boolean;
  accountEnding: string;
  /** Of the purchase that it is paid back for; null: to the sender of a line that nobody knows, or a payout. */
  orderCode: string | null;
  /** Of a payout: to whom, and with which others. */
  payout: { householdName: string; householdSlug: string; batchCode: string } | null;
  preparedAt: number;
  preparedByName: string;
  approvedByName: string | null;
};

export type DisbursementPage = {
  disbursements: DisbursementSummary[];
  disbursementCount: number;
  totalVnd: number;
  page: number;
  pageCount: number;
};

/** One disbursement as its page shows it; the account only by its ending. */
export type DisbursementView = DisbursementSummary & {
  id: string;
  ownerId: string;
  preparedById: string;
  moves: {
    toStatus: DisbursementStatus;
    /** Null: the bank's line moved it. */
    actorName: string | null;
    note: string | null;
    occurredAt: number;
  }[];
  /** The bank's line by which it left; null before. */
  bankTransactionId: string | null;
};

/** What is owed to one owner, where it is to go and what became of it. */
export type RefundView = {
  ownerId: string;
  /** Null: the owner is a line of the inbox. */
  orderCode: string | null;
  /** The line of a sender whom nobody knows; null for a purchase. */
  line: { content: string; occurredAt: number } | null;
  /** Owed and not approved to be sent. */
  owedVnd: number;
  onTheWayVnd: number;
  /** Ending of the account, and which bank; null before anybody said. */
  payee: {
    bankBin: string;
    bankName: string;
    accountEnding: string;
    enteredAt: number;
    /** The officer who noted it; null: the buyer did. */
    enteredByName: string | null;
    /** Nothing is sent there until then, because a link has named it after another; null: it may be. */
    waitsUntil: number | null;
  } | null;
  disbursements: DisbursementSummary[];
};

/** What comes back to a buyer: still owed, approved to be sent, and sent. */
export type BuyerRefund = Pick<RefundView, "owedVnd" | "onTheWayVnd" | "payee"> & {
  paidVnd: number;
  sending: Pick<DisbursementSummary, "bankName" | "accountEnding"> | null;
  /** On its way back to the card that paid, or there. */
  toCardVnd: number;
  /** What of the owed goes back to a card that paid; for the rest the buyer says where. */
  cardOwedVnd: number;
  /** For want of this programme's voucher money that came late could not be taken; null otherwise. */
  goneVoucher: string | null;
};
