/** What authorities and people ask of whoever runs the market. */
export const REQUEST_KINDS = [
  "authority_information", // an authority wants to know something
  "takedown", // an authority wants something off the pages
  "suspension", // an authority wants an account suspended
  "data_access", // a person, of their own data
  "data_rectification",
  "data_deletion",
  "data_objection", // or takes a consent back
  "complaint",
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_WAYS = ["letter", "mail", "phone", "in_person", "online"] as const;
export type RequestWay = (typeof REQUEST_WAYS)[number];

/** What a request is about; a person is known by the account alone. */
export const ABOUT_KINDS = ["household", "product", "order", "post", "person"] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];

const OF_PERSON = ["person", "household", "order", "post"] as const;
const ABOUT_OF: Record<RequestKind, readonly AboutKind[]> = {
  authority_information: ABOUT_KINDS,
  takedown: ["product", "post", "household"],
  suspension: ["household"],
  data_access: OF_PERSON,
  data_rectification: OF_PERSON,
  data_deletion: OF_PERSON,
  data_objection: OF_PERSON,
  complaint: ABOUT_KINDS,
};

/** What a request of this kind can be about. */
export function aboutOf(kind: RequestKind): readonly AboutKind[] {
  return ABOUT_OF[kind];
}

export const REQUEST_RESULTS = ["done", "partly", "refused"] as const;
export type RequestResult = (typeof REQUEST_RESULTS)[number];

export const REQUEST_STEPS = [
  "entered",
  "acknowledged",
  "noted",
  "handed_over",
  "answered",
  "reopened",
  "suspended", // the household was suspended on it
  "data_taken", // an officer took the data that it asks for
] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

/** Hours run on; days end at midnight in Vietnam; working days are Monday to Friday, whatever is a holiday. */
export const TERM_UNITS = ["hours", "days", "working_days"] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

/** How sure we are of a rule: read in the law's text, told by reliable others, or not found. */
export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export function readRequestKind(text: string | null): RequestKind | null {
  return REQUEST_KINDS.find((kind) => kind === text) ?? null;
}
