import { z } from "zod";
import { COMPLETE_LANGUAGES } from "~/platform/language";
import { madeWithForm, typedLine } from "~/platform/typed-text";
import { normalisePhone } from "./phone";

const MAX_PASSWORD_LENGTH = 200; // a longer one is an attack on the hash function, not a password
const PASSWORD_MIN_LENGTH = 8;

/** In any usual writing; the value is ten digits. */
export const phoneNumber = z.string({ error: "phone_missing" }).transform((typed, context) => {
  const phone = normalisePhone(typed);
  if (phone !== null) return phone;
  context.addIssue({ code: "custom", message: "phone_invalid" });
  return z.NEVER;
});

/** One that somebody chooses. */
export const newPassword = z
  .string({ error: "password_missing" })
  .min(PASSWORD_MIN_LENGTH, { error: "password_short" })
  .max(MAX_PASSWORD_LENGTH, { error: "password_long" });

/** Never ticked beforehand: consent is given, not assumed (Personal Data Protection Law 91/2025). */
export const consent = z.literal("on", { error: "consent_missing" });

export const signInForm = z.object({
  phone: phoneNumber,
  password: z
    .string({ error: "password_missing" })
    .max(MAX_PASSWORD_LENGTH, { error: "wrong_phone_or_password" }),
});
export type SignInForm = z.infer<typeof signInForm>;

/** A buyer's own account. */
export const signUpForm = z.object({
  fullName: typedLine({ missing: "own_name_missing", long: "full_name_too_long", max: 80 }),
  phone: phoneNumber,
  password: newPassword,
  consent,
});
export type SignUpForm = z.output<typeof signUpForm>;

/** The password that somebody has, for what only they may do. */
const ownPassword = z
  .string({ error: "password_missing" })
  .max(MAX_PASSWORD_LENGTH, { error: "wrong_password" });

export const passwordForm = z.object({ password: ownPassword, newPassword });

/** Deleting one's account cannot be taken back: the password, and a tick. */
export const deletionForm = z.object({
  password: ownPassword,
  isSure: z.literal("on", { error: "deletion_not_sure" }),
});

/** Of who has just proved the phone by a code: no password is asked for. */
export const provenSignUpForm = signUpForm.omit({ phone: true, password: true });
export const provenPasswordForm = passwordForm.omit({ password: true });
export const provenDeletionForm = deletionForm.omit({ password: true });

/** Where a code is to be sent; `ask` is the form's own, so that one that is sent twice asks once. */
export const codeRequestForm = z.object({
  phone: phoneNumber,
  ask: z.string({ error: "form_outdated" }).regex(/^pcd_[0-9a-f]{32}$/, { error: "form_outdated" }),
});

/** To which phone somebody changes over; of who has just proved the present one by a code no password is asked for. */
export const phoneChangeForm = codeRequestForm.extend({ password: ownPassword });
export const provenPhoneChangeForm = codeRequestForm;

/** In any usual writing. */
const digits = (wanted: RegExp, errors: { missing: string; format: string }) =>
  z
    .string({ error: errors.missing })
    .transform((typed) => typed.replaceAll(/[\s.\-–]/g, ""))
    .pipe(z.string().regex(wanted, { error: errors.format }));

/** Its six digits. */
export const codeForm = z.object({
  code: digits(/^\d{6}$/, { missing: "code_missing", format: "code_format" }),
});

/** Of a household that comes in for the first time by what its helper handed over. */
export const handedCodeForm = z.object({
  phone: phoneNumber,
  code: digits(/^\d{8}$/, { missing: "handed_code_missing", format: "handed_code_format" }),
  password: newPassword,
});
/** Of the helper who hands it over. */
export const handCodeForm = z.object({ codeId: madeWithForm("pcd") });

export const languageForm = z.object({
  language: z.enum(COMPLETE_LANGUAGES, { error: "language_unknown" }),
});

/** An officer's second step: six digits of the app, or twelve of a code on paper. */
const secondStepDigits = digits(/^(?:\d{6}|\d{12})$/, {
  missing: "second_step_code_missing",
  format: "second_step_format",
});
const appDigits = digits(/^\d{6}$/, {
  missing: "second_step_code_missing",
  format: "second_step_app_format",
});

export const secondStepForm = z.object({ code: secondStepDigits });

/** Of who sets the app up: with it the code that the agreeing colleague was told, and a password that the asker does not know. */
export const secondStepSetUpForm = z.object({
  grantCode: digits(/^\d{8}$/, {
    missing: "officer_code_missing",
    format: "officer_code_format",
  }),
  code: appDigits,
  newPassword,
});

export const secondStepMoveForm = z.object({ oldCode: secondStepDigits, newCode: appDigits });

export const newOfficerForm = z.object({
  fullName: typedLine({ missing: "officer_name_missing", long: "full_name_too_long", max: 80 }),
  phone: phoneNumber,
});

/** Why an officer's access is renewed, or ends; officers read it. */
export const officerReasonForm = z.object({
  reason: typedLine({
    missing: "officer_reason_missing",
    long: "officer_reason_long",
    max: 300,
  }),
});
