import { z } from "zod";
import { parseTypedDay } from "~/domain/catalog/typed-values";
import { madeWithForm, typedLine } from "~/platform/typed-text";

/** A key of the read API: for whom, and until when. */
export const newKeyForm = z.object({
  keyId: madeWithForm("key"),
  consumer: typedLine({
    missing: "data_key_consumer_missing",
    long: "data_key_consumer_long",
    max: 120,
  }),
  expiresOn: z.string({ error: "data_key_day_missing" }).transform((typed, context) => {
    const date = parseTypedDay(typed);
    if (date !== null) return date;
    context.addIssue({ code: "custom", message: "date_invalid" });
    return z.NEVER;
  }),
});
