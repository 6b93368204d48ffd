/** How a household says yes: by the digits that it was sent, or on a sheet that it signed and an officer looks at. */
export const CONSENT_WAYS = ["code", "sheet"] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

/** For how many days; a year is the longest, then it is asked again. */
export const CONSENT_DAYS = [90, 180, 365] as const;
export type ConsentDays = (typeof CONSENT_DAYS)[number];

/** The text that is agreed to (`helpers.terms...`); a new text gets a new number. */
export const TERMS_VERSION = 2;

/** A household sells that has sold in so many days. */
export const SELLS_DAYS = 90;
/** So long before its end a consent is asked for again. */
export const ENDING_DAYS = 14;

/** Who ended it: the household at its desk, by the link, or by a call to the department; the agent; an officer; a newer one. */
export const DELEGATION_ENDERS = [
  "household",
  "link",
  "call",
  "agent",
  "department",
  "renewal",
] as const;
/** Of these, the ways in which the household itself says no. */
export const HOUSEHOLD_ENDERS = ["household", "link", "call"] as const;
export type DelegationEnder = (typeof DELEGATION_ENDERS)[number];

export type DelegationStatus = "asked" | "given" | "expired" | "ended" | "not_given";

/** Where it stands at this moment. */
export function delegationStatus(
  row: { consentedAt: number | null; expiresAt: number | null; endedAt: number | null },
  at: number,
): DelegationStatus {
  if (row.endedAt !== null) return row.consentedAt === null ? "not_given" : "ended";
  if (row.expiresAt === null) return "asked";
  return row.expiresAt <= at ? "expired" : "given";
}
