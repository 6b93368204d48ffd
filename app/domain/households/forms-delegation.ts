import { z } from "zod";
import { phoneNumber } from "~/domain/identity/forms";
import { POWERS } from "~/domain/identity/powers";
import { addDays, type LocalDate } from "~/platform/period";
import { madeWithForm, typedLine } from "~/platform/typed-text";
import { CONSENT_DAYS, CONSENT_WAYS } from "./delegation-terms";

/** Whom an agent wants to help. */
export const helpedPhoneForm = z.object({ phone: phoneNumber });

/** So old a sheet may be when it is brought in. */
const SHEET_AGE_DAYS = 30;

const days = CONSENT_DAYS.map(String) as [string, ...string[]];

const answer = z.object({ way: z.enum(CONSENT_WAYS), signedOn: z.iso.date().optional() });
/** The day is looked at also while other fields are at fault, so that all errors show at once. */
const answerRead = { when: ({ value }: { value: unknown }) => answer.safeParse(value).success };

/** What a household is asked to agree to; `today` bounds the day on which it signed. */
export const consentFormOn = (today: LocalDate) =>
  z
    .object({
      delegationId: z
        .string({ error: "form_outdated" })
        .regex(/^dlg_[0-9a-f]{32}$/, { error: "form_outdated" }),
      powers: z
        .array(z.enum(POWERS, { error: "powers_missing" }), { error: "powers_missing" })
        .min(1, { error: "powers_missing" }),
      days: z
        .enum(days, { error: "consent_days_missing" })
        .transform((text) => CONSENT_DAYS.find((one) => String(one) === text) ?? CONSENT_DAYS[0]),
      way: z.enum(CONSENT_WAYS, { error: "consent_way_missing" }),
      signedOn: z.iso.date({ error: "signed_on_missing" }).optional(),
    })
    .superRefine(({ way, signedOn }, context) => {
      if (way === "code") return;
      const issue = (message: string) =>
        context.addIssue({ code: "custom", path: ["signedOn"], message });
      if (signedOn === undefined) issue("signed_on_missing");
      else if (signedOn > today) issue("signed_on_ahead");
      else if (signedOn < addDays(today, -SHEET_AGE_DAYS)) issue("signed_on_too_old");
    }, answerRead);
export type ConsentForm = z.output<ReturnType<typeof consentFormOn>>;

/** Why an officer does not take a sheet, or ends a consent: the household or the agent reads it. */
export const endConsentForm = z.object({
  reason: typedLine({ missing: "end_reason_missing", long: "end_reason_long", max: 200 }),
});

const TARGET_MAX = 500;
/** A target is for two years at most. */
const TARGET_DAYS = 731;

const target = {
  householdCount: z
    .string({ error: "target_count_invalid" })
    .transform((typed) => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0))
    .refine((count) => count >= 1 && count <= TARGET_MAX, { error: "target_count_invalid" }),
  startsOn: z.iso.date({ error: "target_start_missing", abort: true }),
  endsOn: z.iso.date({ error: "target_end_missing", abort: true }),
};

function checkTargetDays(
  { startsOn, endsOn }: { startsOn: LocalDate; endsOn: LocalDate },
  context: z.RefinementCtx,
) {
  const issue = (message: string) =>
    context.addIssue({ code: "custom", path: ["endsOn"], message });
  if (endsOn < startsOn) issue("target_ends_before");
  else if (endsOn > addDays(startsOn, TARGET_DAYS)) issue("target_long");
}

const bothDays = z.object({ startsOn: z.iso.date(), endsOn: z.iso.date() });
/** Their order is looked at also while other fields are at fault, so that all errors show at once. */
const daysRead = { when: ({ value }: { value: unknown }) => bothDays.safeParse(value).success };

/** So many households that sell, from one day to another, both included. */
export const helperTargetForm = z
  .object({ targetId: madeWithForm("htg"), ...target })
  .superRefine(checkTargetDays, daysRead);
export type HelperTargetForm = z.output<typeof helperTargetForm>;

/** The same of a commune. */
export const communeTargetForm = z
  .object({
    targetId: madeWithForm("ctg"),
    communeCode: z.string({ error: "commune_missing" }).max(20, { error: "commune_missing" }),
    ...target,
  })
  .superRefine(checkTargetDays, daysRead);
export type CommuneTargetForm = z.output<typeof communeTargetForm>;

/** Somebody of a community digital team who gets an account here. */
export const newHelperForm = z.object({
  fullName: typedLine({ missing: "helper_name_missing", long: "full_name_too_long", max: 80 }),
  phone: phoneNumber,
});
export type NewHelperForm = z.output<typeof newHelperForm>;
