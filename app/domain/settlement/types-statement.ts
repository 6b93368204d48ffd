import type { Month } from "~/platform/period";

/** Why a household's balance moved; each is told in words of its own. */
export type StatementKind =
  | "order" // delivered: goods and shipping, less commission, less cash that it kept
  | "return" // goods came back
  | "recovered" // what it owed was taken off
  | "payout" // approved to be sent: from here on it is on its way
  | "payout_back"; // it was not sent, or came back

export type StatementEntry = {
  kind: StatementKind;
  /** Of the day in Vietnam. */
  localDate: string;
  occurredAt: number;
  /** Of the order, the request or the payout; empty where none is known. */
  code: string;
  goodsVnd: number;
  shippingVnd: number;
  /** What of goods and shipping a programme pays, or of goods that came back gets back; no part of the sum. */
  voucherVnd: number;
  commissionVnd: number;
  /** Kept back for the State, below zero; above zero: of what came back. */
  taxVnd: number;
  /** Cash that the household took at the door itself: all of it, below zero. */
  keptVnd: number;
  /** Given back to the buyer: all of it, below zero, whether the balance paid it or not. */
  refundedVnd: number;
  /** Paid to the household, below zero; above zero: back here. */
  sentVnd: number;
  /** By how much what it owes the market rose; below zero: fell. */
  owedChangeVnd: number;
  /** By how much the balance rose; below zero: fell. The sum of all the parts above. */
  changeVnd: number;
  /** After it. */
  balanceVnd: number;
  /** What it owes the market after it. */
  owedVnd: number;
  /** Orders that a payout pays. */
  orderCodes: string[];
  /** When the bank's line showed that a payout left; null before. */
  paidAt: number | null;
};

export type HouseholdStatement = {
  month: Month;
  /** False of the month that runs: what it closes at is how it stands today. */
  isOver: boolean;
  householdName: string;
  householdSlug: string;
  openingVnd: number;
  /** What the household owes the market: of goods that came back, and of cash that it took at the door. */
  owedOpeningVnd: number;
  entries: StatementEntry[];
  closingVnd: number;
  owedClosingVnd: number;
};
