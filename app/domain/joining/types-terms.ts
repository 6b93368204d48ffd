/** A version of what sellers agree to, in both languages. */
export type TermsVersion = {
  number: number;
  textVi: string;
  textEn: string;
  changeVi: string;
  changeEn: string;
  effectiveOn: string;
  isSample: boolean;
};

/** What a household still has to agree to, and what it has. */
export type HouseholdTerms = {
  /** In force and not accepted: asked for before more is offered. Null when it is. */
  asked: TermsVersion | null;
  /** Published for a day to come and not accepted yet; the first of several. */
  announced: TermsVersion | null;
  /** The newest first, with who said yes when. */
  accepted: { number: number; acceptedAt: number; memberName: string | null; isSample: boolean }[];
};
