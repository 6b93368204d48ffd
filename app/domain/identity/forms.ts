import { z } from "zod";
import { COMPLETE_LANGUAGES } from "~/platform/language";
import { normalisePhone } from "./phone";

const MAX_PASSWORD_LENGTH = 200; // a longer one is an attack on the hash function, not a password

/** Phone in any usual writing and password; the value's phone is ten digits. */
export const signInForm = z.object({
  phone: z.string({ error: "phone_missing" }).transform((text, context) => {
    const phone = normalisePhone(text);
    if (phone !== null) return phone;
    context.addIssue({ code: "custom", message: "phone_invalid" });
    return z.NEVER;
  }),
  password: z
    .string({ error: "password_missing" })
    .max(MAX_PASSWORD_LENGTH, { error: "wrong_phone_or_password" }),
});
export type SignInForm = z.infer<typeof signInForm>;

export const languageForm = z.object({
  language: z.enum(COMPLETE_LANGUAGES, { error: "language_unknown" }),
});
