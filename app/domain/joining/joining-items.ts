export const ITEM_KINDS = [
  "computed", // the software knows it
  "attested", // the household says it, in these words
  "verified", // an officer has seen the evidence; where it has a fact, the software may know it instead
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What the software can know of a household. */
export const JOINING_FACTS = [
  "payout_account", // an account to be paid to is given
  "tax_code", // a tax code or personal identity number is given
  "phone_proven", // a code has proved the phone of one of its members
  "product_sent", // a first product was sent to the department
  "certificate_confirmed", // an OCOP certificate of it was confirmed, and has not ended
] as const;
export type JoiningFact = (typeof JOINING_FACTS)[number];

/** So many files go with one sending. */
export const EVIDENCE_FILES_MAX = 4;

/** A household looks through no more. */
export const ITEMS_MAX = 20;
