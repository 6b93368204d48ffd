import { z } from "zod";
import { decisionReason } from "~/domain/households/forms";

/** What an officer decides about a product. */
export const productDecisionForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("approve") }),
    z.object({ decision: z.literal("reject"), reason: decisionReason }),
  ],
  { error: "decision_missing" },
);
