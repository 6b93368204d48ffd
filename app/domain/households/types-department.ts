import type { HouseholdKind, HouseholdStatus } from "./household-status";

/** Everything an officer needs to decide about a household. */
export type HouseholdDossier = {
  id: string;
  slug: string;
  name: string;
  kind: HouseholdKind;
  contactName: string;
  phone: string;
  addressLine: string;
  communeName: string;
  story: string;
  status: HouseholdStatus;
  statusReason: string | null;
  isSample: boolean;
  createdAt: number;
};

/** With what says how far its phone may be trusted. */
export type WaitingHousehold = HouseholdDossier & {
  /** The agent who registered it; null: it registered itself. */
  helperName: string | null;
  /** A code that this phone was sent has come back. */
  isPhoneProven: boolean;
};

export type HouseholdPage = {
  households: (HouseholdDossier & { publishedCount: number })[];
  page: number;
  pageCount: number;
  householdCount: number;
};

/** What was decided, by whom, when; the newest first. */
export type RecentDecision = {
  id: string;
  slug: string;
  name: string;
  toStatus: string;
  reason: string | null;
  decidedBy: string | null;
  occurredAt: number;
};
