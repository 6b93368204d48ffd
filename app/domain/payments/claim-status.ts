/** The life of a buyer's word that money was sent which we do not see. */
export const CLAIM_STATUSES = [
  "open", // waits for the department
  "found", // the department found the money and says how it goes on
  "not_found", // the department did not find it and says what to do
  "closed", // the order was paid meanwhile
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** At one time, of one order: whoever is asked more often reads nothing more carefully. */
export const OPEN_CLAIMS_MAX = 3;
/** Over all time, of one order. */
export const CLAIMS_MAX = 10;
