import type { ClaimStatus } from "./claim-status";

/** What a buyer said, as their order's page shows it. */
export type OwnClaim = {
  id: string;
  status: ClaimStatus;
  amountVnd: number;
  transferredAt: number;
  sentAt: number;
  answer: string | null;
};

/** A line of the bank that may be what a buyer means: unknown money of this sum within three days. */
export type LikelyLine = { id: string; occurredAt: number; content: string };

/** The same as the department works on it. */
export type ClaimView = OwnClaim & {
  checkoutCode: string;
  bankReference: string;
  hasPhoto: boolean;
  remainingVnd: number;
  answeredBy: string | null;
  likelyLines: LikelyLine[];
};

export type ClaimPage = {
  claims: ClaimView[];
  page: number;
  pageCount: number;
  claimCount: number;
};
