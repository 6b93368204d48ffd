/** What came of it that somebody saw to it. */
export const CASE_OUTCOMES = [
  "placed", // all of it found its buyers
  "partly",
  "sold_otherwise", // the households sold it themselves; no match says so
  "unsold",
  "no_glut", // less came, or it was no glut
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** The outcomes that can be true: what matches sold is known of them; what was sold beside them, the officer says. */
export function possibleOutcomes({ soldKg }: { soldKg: number }): readonly CaseOutcome[] {
  return soldKg > 0
    ? ["placed", "partly", "sold_otherwise", "no_glut"]
    : ["sold_otherwise", "unsold", "no_glut"];
}

export const CASE_STEPS = ["opened", "noted", "handed_over", "closed"] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

/** By what a match came to its end before anything was known of it. */
export const MATCH_ENDERS = [
  "household", // took its harvest back
  "buyer", // wants nothing any more
  "suspension", // of the household
  "officer", // with a reason
] as const;
export type MatchEnder = (typeof MATCH_ENDERS)[number];
