import type { LocalDate } from "~/platform/period";

import type { CaseOutcome, CaseStep } from "./case-words";

/** A household's own declaration. */
export type OwnDeclaration = {
  id: string;
  produceName: string;
  quantityKg: number;
  fromOn: LocalDate;
  toOn: LocalDate;
  note: string;
};

/** What a buyer would take, on the department's list. */
export type Demand = OwnDeclaration & { buyerName: string; contact: string };

/** One kind of produce that somebody finds buyers for, or did. */
export type SupplyCase = {
  id: string;
  produceName: string;
  produceKey: string;
  fromOn: LocalDate;
  toOn: LocalDate;
  overKg: number;
  handler: { id: string; name: string };
  openedAt: number;
  outcome: CaseOutcome | null;
  closedAt: number | null;
  /** Of its matches: sent to a household and not known yet, and known to be sold. */
  openKg: number;
  soldKg: number;
};

export type CaseStepLine = {
  id: string;
  step: CaseStep;
  words: string;
  /** To whom it was handed over. */
  handlerName: string | null;
  actorName: string;
  occurredAt: number;
};

/** A harvest or a demand with what of it no match takes. */
type WithFree = { freeKg: number };
export type Harvest = OwnDeclaration &
  WithFree & { household: { name: string; slug: string; phone: string; commune: string } };
export type FreeDemand = Demand & WithFree;

/** `off`: the household took its harvest back, or the buyer wants nothing any more, before it was known what came of it. */
export type MatchStatus = "open" | "off" | "known";

export type Match = {
  id: string;
  caseId: string;
  declarationId: string;
  status: MatchStatus;
  produceName: string;
  quantityKg: number;
  soldKg: number | null;
  resultWords: string;
  matchedAt: number;
  household: { id: string; name: string; phone: string };
  buyer: { name: string; contact: string };
  /** When the buyer would take it. */
  fromOn: LocalDate;
  toOn: LocalDate;
};

/** What buyers already want of one household, by its list of a harvest or by a question for a price. */
export type MarketDemand = {
  id: string;
  way: "preorder" | "price_request";
  productName: string;
  householdName: string;
  packs: number;
  /** As shipped, rounded. */
  quantityKg: number;
};
