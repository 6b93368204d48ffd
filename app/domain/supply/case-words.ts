/** What came of it that somebody saw to it. */
export const CASE_OUTCOMES = [
  "placed", // all of it found its buyers
  "partly",
  "unsold",
  "no_glut", // less came, or it was no glut
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export const CASE_STEPS = ["opened", "noted", "handed_over", "closed"] as const;
export type CaseStep = (typeof CASE_STEPS)[number];
