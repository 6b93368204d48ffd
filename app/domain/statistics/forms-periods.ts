import { z } from "zod";
import { typedText } from "~/platform/typed-text";

/** Why a closed month is counted anew; `edition` is the newest one that the officer saw. */
export const revisionForm = z.object({
  edition: z.coerce.number("period_revised_since").int("period_revised_since"),
  note: typedText({
    missing: "revision_note_missing",
    short: "revision_note_missing",
    min: 3,
    long: "revision_note_long",
    max: 500,
  }),
});
