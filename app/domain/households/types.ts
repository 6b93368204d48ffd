import type { Power } from "~/domain/identity/powers";
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
  /** Of the consent. */
  code: string;
  powers: Power[];
  /** The last day of the consent. */
  consentUntil: LocalDate;
  isEndingSoon: boolean;
  publishedCount: number;
  /** Null where the household has not let the agent see its orders. */
  waitingOrderCount: number | null;
  /** That reached their buyer in the last 90 days. */
  soldOrderCount: number;
};

/** One that an agent has registered. */
export type RegisteredHousehold = Pick<
  DelegatedHousehold,
  "id" | "slug" | "name" | "phone" | "communeName" | "status"
>;

/** Of a household for which an agent works just now. */
export type HelpedHousehold = Pick<DelegatedHousehold, "code" | "powers" | "consentUntil">;
