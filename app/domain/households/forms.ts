import { z } from "zod";

export const MAX_REASON_LENGTH = 500;

/** Why the department says no; the household reads it word by word. */
export const decisionReason = z
  .string({ error: "reason_missing" })
  .trim()
  .min(1, { error: "reason_missing", abort: true })
  .min(5, { error: "reason_short" })
  .max(MAX_REASON_LENGTH, { error: "reason_long" });

/** What an officer decides about a household. */
export const householdDecisionForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("approve") }),
    z.object({ decision: z.literal("reject"), reason: decisionReason }),
    z.object({ decision: z.literal("suspend"), reason: decisionReason }),
    z.object({ decision: z.literal("restore") }),
  ],
  { error: "decision_missing" },
);
export type HouseholdDecisionForm = z.output<typeof householdDecisionForm>;
