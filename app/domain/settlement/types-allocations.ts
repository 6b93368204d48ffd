import type { Vnd } from "~/platform/money";
import type { AllocationPurpose, AllocationStatus } from "./allocation-purposes";

export type AllocationPart = {
  purpose: AllocationPurpose;
  /** The checkout or the disbursement; null for the other purposes. */
  subjectId: string | null;
  amountVnd: Vnd;
};

export type NewAllocation = {
  bankTransactionId: string;
  note: string;
  proposedById: string;
  parts: readonly AllocationPart[];
};

/** A proposal that waits, as flows need it. */
export type AllocationRecord = {
  id: string;
  proposedAt: number;
  proposedById: string;
  parts: (AllocationPart & { id: string })[];
};

/** What was said about a line, for its page. */
export type AllocationView = {
  id: string;
  status: AllocationStatus;
  note: string;
  proposedById: string;
  proposedByName: string;
  proposedAt: number;
  decidedByName: string | null;
  decidedAt: number | null;
  decisionNote: string | null;
  parts: { purpose: AllocationPurpose; code: string | null; amountVnd: number }[];
};
