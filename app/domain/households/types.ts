import type { LocalDate } from "~/platform/period";
import type { HouseholdStatus } from "./household-status";

/** A household as the people who work for it see it on their desk. */
export type DeskHousehold = {
  id: string;
  slug: string;
  name: string;
  status: HouseholdStatus;
  /** What the department said; null unless it said no. */
  statusReason: string | null;
  communeName: string;
};

/** How much waits for a household today. */
export type DeskCounts = {
  orders: { placed: number; confirmed: number; packed: number; shipped: number };
  products: {
    published: number;
    soldOut: number;
    awaiting: number;
    rejected: number;
    draft: number;
  };
};

/** A household that an agent works for, and until when it has agreed to that. */
export type DelegatedHousehold = {
  id: string;
  slug: string;
  name: string;
  phone: string;
  contactName: string;
  communeName: string;
  status: HouseholdStatus;
  /** The last day of the consent. */
  consentUntil: LocalDate;
  publishedCount: number;
  waitingOrderCount: number;
};
