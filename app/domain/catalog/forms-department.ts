import { z } from "zod";
import { decisionReason } from "~/domain/households/forms";
import { PRODUCT_TAX_CLASSES } from "./tax-class";

/** What an officer decides about a product. */
export const productDecisionForm = z.discriminatedUnion(
  "decision",
  [
    z.object({
      decision: z.literal("approve"),
      taxClass: z.enum(PRODUCT_TAX_CLASSES, { error: "tax_class_invalid" }).optional(),
    }),
    z.object({ decision: z.literal("reject"), reason: decisionReason }),
  ],
  { error: "decision_missing" },
);

/** Why an officer takes a product off sale. */
export const productTakedownForm = z.object({ reason: decisionReason });
