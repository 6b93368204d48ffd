import { z } from "zod";
import { consent, newPassword, phoneNumber } from "~/domain/identity/forms";
import { madeWithForm, optionalText, typedLine } from "~/platform/typed-text";
import { HOUSEHOLD_KINDS } from "./household-status";

/** What a household tells to join; the department looks at it before anything is shown. */
export const registrationForm = z.object({
  name: typedLine({ missing: "household_name_missing", long: "household_name_long", max: 100 }),
  kind: z.enum(HOUSEHOLD_KINDS, { error: "household_kind_missing" }),
  contactName: typedLine({ missing: "contact_name_missing", long: "full_name_too_long", max: 80 }),
  phone: phoneNumber,
  password: newPassword,
  communeCode: z
    .string({ error: "commune_missing" })
    .regex(/^\d{5}$/, { error: "commune_missing" }),
  addressLine: typedLine({ missing: "address_missing", long: "address_too_long", max: 200 }),
  story: optionalText({ long: "story_long", max: 1_000 }),
  consent,
  // The box says which version of the seller's terms stood beside it.
  termsNumber: z
    .string({ error: "terms_unticked" })
    .regex(/^\d{1,4}$/, { error: "terms_unticked" })
    .transform(Number),
});
/** Of who has just proved the phone by a code. */
export const provenRegistrationForm = registrationForm.omit({ phone: true, password: true });
/** Of a household by the agent who stands beside it: no password, and no yes to terms. */
export const helpedRegistrationForm = registrationForm.omit({ password: true, termsNumber: true });
/** The same as a page sends it: under the id by which the phone that sends it keeps it, where it keeps any. */
export const sentRegistrationForm = helpedRegistrationForm.extend({
  sheetId: madeWithForm("dlg").optional(),
});
export type HelpedRegistrationForm = z.output<typeof helpedRegistrationForm>;
export type RegistrationForm = z.output<typeof registrationForm>;
