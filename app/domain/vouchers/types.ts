import type { LocalDate } from "~/platform/period";
import type { ProgrammeState } from "./programme-state";

/** A code as a buyer may use it for the cart at hand. */
export type Voucher = {
  programmeId: string;
  code: string;
  name: string;
  /** What it takes off; less than its value where all costs less. At least 1. */
  amountVnd: number;
};

/** That a checkout is paid in part by a programme. */
export type VoucherUse = {
  programmeId: string;
  name: string;
  amountVnd: number;
  isGivenBack: boolean;
};

/** A row of the department's list. */
export type ProgrammeLine = {
  id: string;
  code: string;
  name: string;
  state: ProgrammeState;
  valueVnd: number;
  startsOn: LocalDate;
  endsOn: LocalDate;
  usesMax: number;
  /** Uses that stand; a code that was given back may be used again. */
  usedCount: number;
  /** Now; below zero what we owe it. */
  owesVnd: number;
  isSample: boolean;
};

export type ProgrammePage = {
  programmes: ProgrammeLine[];
  programmeCount: number;
  page: number;
  pageCount: number;
};

/** A checkout that used it. */
export type ProgrammeUse = {
  checkoutCode: string;
  amountVnd: number;
  takenAt: number;
  givenBackAt: number | null;
};

export type ProgrammeView = ProgrammeLine & {
  leastVnd: number;
  /** Who proposed it and who agreed; null for samples, and for who agreed also while nobody has. */
  createdById: string | null;
  createdByName: string | null;
  agreedByName: string | null;
  /** Of orders that stand: what it owes and what it has paid. */
  spentVnd: number;
  /** By lines of the bank. */
  paidVnd: number;
  stoppedAt: number | null;
  /** Newest first. */
  uses: ProgrammeUse[];
  useCount: number;
  page: number;
  pageCount: number;
};
