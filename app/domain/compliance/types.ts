import type { KeptContent, KeptKind, KeptPhoto } from "./kept-words";
import type { Clocks } from "./clocks";
import type {
  AboutKind,
  Confidence,
  RequestKind,
  RequestResult,
  RequestStep,
  RequestWay,
  TermUnit,
} from "./request-words";

/** Within what time a kind is acknowledged and answered from a day on; no number: no such term is known. */
export type RequestTerm = {
  id: string;
  kind: RequestKind;
  /** `YYYY-MM-DD` */
  effectiveOn: string;
  acknowledgeCount: number | null;
  acknowledgeUnit: TermUnit | null;
  answerCount: number | null;
  answerUnit: TermUnit | null;
  source: string;
  confidence: Confidence;
};

/** What a request is about: `code` as people read it, null of a person. */
export type RequestAbout = { kind: AboutKind; id: string; code: string | null };

export type ComplianceRequest = Clocks & {
  id: string;
  kind: RequestKind;
  fromWhom: string;
  way: RequestWay;
  /** May be empty. */
  paperNumber: string;
  receivedAt: number;
  asked: string;
  about: RequestAbout | null;
  paperDueAt: number | null;
  enteredAt: number;
  handler: { id: string; name: string };
  result: RequestResult | null;
  /** What is next of both clocks; null: answered, or without a clock. */
  dueAt: number | null;
};

export type RequestStepLine = {
  id: string;
  step: RequestStep;
  result: RequestResult | null;
  words: string;
  handlerName: string | null;
  actorName: string;
  occurredAt: number;
};

/** Which requests a list shows. */
export type RequestFilter = { kind: RequestKind | null; state: RequestState };

export const REQUEST_STATES = ["open", "answered", "all"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A suspension that a household was told, and that waits for its day. */
export type AnnouncedSuspension = {
  id: string;
  householdId: string;
  slug: string;
  name: string;
  reason: string;
  toldAt: number;
  toldByName: string;
  /** The first moment of the day from which on it holds. */
  effectiveAt: number;
};

/** A request in the register that a household be suspended. */
export type OpenSuspensionRequest = {
  id: string;
  fromWhom: string;
  /** May be empty. */
  paperNumber: string;
  receivedAt: number;
};

/** What was taken down, in a list of what is kept. */
export type KeptLine = {
  id: string;
  kind: KeptKind;
  title: string;
  householdName: string;
  takenAt: number;
  takenByName: string;
  keepUntil: number;
};

/** The copy itself. */
export type Kept = KeptLine & { content: KeptContent; photos: KeptPhoto[] };
