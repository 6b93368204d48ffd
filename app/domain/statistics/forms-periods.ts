import { z } from "zod";
import { phoneInText } from "~/domain/identity/phone-in-text";
import { typedText } from "~/platform/typed-text";

/** Why a closed month is counted anew; `edition` is the newest one that the officer saw. */
export const revisionForm = z.object({
  edition: z.coerce.number("form_outdated").int("form_outdated"),
  seen: z.string({ error: "form_outdated" }),
  note: typedText({
    missing: "revision_note_missing",
    short: "revision_note_missing",
    min: 3,
    long: "revision_note_long",
    max: 500,
  }).refine((note) => phoneInText(note) === null && !/https?:|www\./i.test(note), {
    error: "revision_note_contact",
  }),
});
