import { z } from "zod";
import { typedText } from "~/platform/typed-text";

const MAX_LENGTH = 500;

/** Why a lot is recalled and what a buyer has to do, both public. */
export const recallForm = z.object({
  reason: typedText({
    missing: "recall_reason_missing",
    short: "recall_reason_short",
    min: 5,
    long: "recall_reason_long",
    max: MAX_LENGTH,
  }),
  instruction: typedText({
    missing: "recall_instruction_missing",
    short: "recall_instruction_short",
    min: 5,
    long: "recall_instruction_long",
    max: MAX_LENGTH,
  }),
});

/** Why a recall ends, public too. */
export const liftingForm = z.object({
  reason: typedText({
    missing: "lifting_reason_missing",
    short: "lifting_reason_short",
    min: 5,
    long: "recall_reason_long",
    max: MAX_LENGTH,
  }),
});
