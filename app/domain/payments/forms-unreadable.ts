import { z } from "zod";
import { typedText } from "~/platform/typed-text";

/** What an officer found out of a notice that could not be read, for whoever looks after it. */
export const unreadableOutcomeForm = z.object({
  outcome: typedText({
    missing: "unreadable_outcome_missing",
    short: "unreadable_outcome_missing",
    min: 5,
    long: "unreadable_outcome_long",
    max: 600,
  }),
});
