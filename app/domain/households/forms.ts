import { z } from "zod";
import { typedText } from "~/platform/typed-text";

export const MAX_REASON_LENGTH = 500;

/** Why the department says no; the household reads it word by word. */
export const decisionReason = typedText({
  missing: "reason_missing",
  short: "reason_short",
  min: 5,
  long: "reason_long",
  max: MAX_REASON_LENGTH,
});

/** What an officer decides about a household. */
export const householdDecisionForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("approve") }),
    z.object({ decision: z.literal("reject"), reason: decisionReason }),
    z.object({ decision: z.literal("restore") }),
  ],
  { error: "decision_missing" },
);
export type HouseholdDecisionForm = z.output<typeof householdDecisionForm>;
