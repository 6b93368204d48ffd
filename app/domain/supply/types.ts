import type { ShopClosure } from "~/domain/households/shop-closure";
import type { LocalDate } from "~/platform/period";

import type { CaseOutcome, CaseStep, MatchEnder } from "./case-words";

/** A household's own declaration. */
export type OwnDeclaration = {
  id: string;
  produceName: string;
  quantityKg: number;
  fromOn: LocalDate;
  toOn: LocalDate;
  note: string;
};

/** The same with what the department's buyers have taken of it, however often it was told of. */
export type OwnHarvest = OwnDeclaration & { soldKg: number };

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
  /** Until when its handler has read what others did about it; null: it was handed over since. */
  seenAt: number | null;
  /** Whether there is something that its handler has not read; never once it has ended. */
  hasNews: boolean;
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
  actorId: string;
  actorName: string;
  occurredAt: number;
};

/** `closure`: days on which it takes no orders, where they leave none of the harvest's days to come. */
type OverHarvest = { closure: ShopClosure | null };

/** A harvest or a demand with what of it no match takes. */
type WithFree = { freeKg: number };
export type Harvest = OwnDeclaration &
  WithFree & {
    household: { name: string; slug: string; phone: string; commune: string } & OverHarvest;
  };
export type FreeDemand = Demand & WithFree;

/** `off`: it was ended before anything was known of it. */
export type MatchStatus = "open" | "off" | "known";

export type Match = {
  id: string;
  caseId: string;
  declarationId: string;
  status: MatchStatus;
  endedBy: MatchEnder | null;
  /** Of an officer, else empty. */
  endReason: string;
  produceName: string;
  quantityKg: number;
  soldKg: number | null;
  resultWords: string;
  /** When somebody last said what came of it. */
  resultAt: number | null;
  /** That it was made, its end and what last came of it, as far as there is. */
  changes: readonly { at: number; byId: string | null }[];
  matchedAt: number;
  household: { id: string; name: string; phone: string } & OverHarvest;
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
