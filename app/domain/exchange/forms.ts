import { z } from "zod";
import { shownCount } from "~/domain/catalog/forms";

/** A yes to the dry run that was shown, and to its prices that look like slips. */
export const consentForm = z.object({
  planHash: z
    .string({ error: "form_outdated" })
    .regex(/^[0-9a-f]{32}$/, { error: "form_outdated" }),
  pricesRight: z.literal("on").optional(),
});

export type ConsentForm = z.input<typeof consentForm>;

/** A yes to removing so many drafts that a table made. */
export const importRemovalForm = z.object({ shownCount });
