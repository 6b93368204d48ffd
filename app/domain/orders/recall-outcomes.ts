/** What came of a call to a buyer of a recalled lot. */
export const RECALL_OUTCOMES = [
  "told", // knows of it, and what to do
  "no_answer",
  "wrong_number",
] as const;
export type RecallOutcome = (typeof RECALL_OUTCOMES)[number];
