import { z } from "zod";
import { normalisePhone } from "~/domain/identity/phone";
import { optionalText, typedLine } from "~/platform/typed-text";
import { HOUSEHOLD_KINDS } from "./household-status";

const PASSWORD_MIN_LENGTH = 8;

/** What a household tells to join; the department looks at it before anything is shown. */
export const registrationForm = z.object({
  name: typedLine({ missing: "household_name_missing", long: "household_name_long", max: 100 }),
  kind: z.enum(HOUSEHOLD_KINDS, { error: "household_kind_missing" }),
  contactName: typedLine({ missing: "contact_name_missing", long: "full_name_too_long", max: 80 }),
  phone: z.string({ error: "phone_missing" }).transform((typed, context) => {
    const phone = normalisePhone(typed);
    if (phone !== null) return phone;
    context.addIssue({ code: "custom", message: "phone_invalid" });
    return z.NEVER;
  }),
  password: z
    .string({ error: "password_missing" })
    .min(PASSWORD_MIN_LENGTH, { error: "password_short" })
    .max(200, { error: "password_long" }),
  communeCode: z
    .string({ error: "commune_missing" })
    .regex(/^\d{5}$/, { error: "commune_missing" }),
  addressLine: typedLine({ missing: "address_missing", long: "address_too_long", max: 200 }),
  story: optionalText({ long: "story_long", max: 1_000 }),
  /** Never ticked beforehand: consent is given, not assumed (Personal Data Protection Law 91/2025). */
  consent: z.literal("on", { error: "consent_missing" }),
});
export type RegistrationForm = z.output<typeof registrationForm>;
