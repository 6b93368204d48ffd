import type { Power } from "~/domain/identity/powers";
import type { LocalDate } from "~/platform/period";
import type {
  ConsentDays,
  ConsentWay,
  DelegationEnder,
  DelegationStatus,
} from "./delegation-terms";

/** A consent that a household was asked for, as its agent, the household and the department see it. */
export type Delegation = {
  id: string;
  code: string;
  householdId: string;
  householdSlug: string;
  householdName: string;
  contactName: string;
  communeName: string;
  /** Ten digits; of the household. */
  phone: string;
  agentId: string;
  agentName: string;
  /** Ten digits. */
  agentPhone: string;
  powers: Power[];
  days: ConsentDays;
  termsVersion: number;
  way: ConsentWay;
  codeId: string | null;
  sheetPhotoId: string | null;
  signedOn: LocalDate | null;
  status: DelegationStatus;
  askedAt: number;
  consentedAt: number | null;
  /** The last day on which it holds, once it was given. */
  until: LocalDate | null;
  endedAt: number | null;
  endedBy: DelegationEnder | null;
  endReason: string | null;
  isSample: boolean;
};

/** What an agent did in a household's name. */
export type HelpedAct = {
  id: string;
  occurredAt: number;
  agentName: string;
  /** `order.confirm` */
  action: string;
  /** The number of an order, the name of a product; null for what has no name. */
  subject: string | null;
};

/** One page of them, from 1. */
export type HelpedActs = { acts: HelpedAct[]; page: number; pageCount: number };
