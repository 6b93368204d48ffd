import { z } from "zod";
import { phoneNumber } from "~/domain/identity/forms";
import { addDays, type LocalDate } from "~/platform/period";
import { madeWithForm, typedLine } from "~/platform/typed-text";
import { LESSON_NAMES } from "./lessons";
import type { Keeper } from "./session-status";

/** The department also enters what was kept on paper; plans are made for a year. */
const PAST_DAYS: Record<Keeper, number> = { helper: 0, all: 60 };
const COMING_DAYS = 366;
const SEATS_MAX = 1_000;
/** So many households a press puts on a list. */
const TICKS_MAX = 40;

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
const hour = z
  .string({ error: "training_hour_missing" })
  .regex(HOUR, { error: "training_hour_missing", abort: true });

const words = {
  title: typedLine({
    missing: "training_title_missing",
    short: "training_title_missing",
    min: 3,
    long: "training_title_long",
    max: 120,
  }),
  lessons: z.array(z.enum(LESSON_NAMES), { error: "form_outdated" }).default([]),
  communeCode: z
    .string({ error: "commune_missing" })
    .regex(/^\d{5}$/, { error: "commune_missing" }),
  place: typedLine({ missing: "training_place_missing", long: "training_place_long", max: 200 }),
  heldOn: z.iso.date({ error: "training_day_missing", abort: true }),
  startsAt: hour,
  endsAt: hour,
  teacher: typedLine({
    missing: "training_teacher_missing",
    long: "training_teacher_long",
    max: 120,
  }),
  helperId: z
    .string()
    .max(60, { error: "form_outdated" })
    .optional()
    .transform((id) => id ?? null),
  seatCount: z
    .string()
    .optional()
    .transform((typed, context) => {
      if (typed === undefined) return null;
      const count = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
      if (count >= 1 && count <= SEATS_MAX) return count;
      context.addIssue({ code: "custom", message: "training_seats_invalid" });
      return z.NEVER;
    }),
};

type Times = { heldOn: LocalDate; startsAt: string; endsAt: string };

const PAST_FAULTS: Record<Keeper, string> = {
  helper: "training_day_over",
  all: "training_day_past",
};

const timesOn = (today: LocalDate, by: Keeper) => (plan: Times, context: z.RefinementCtx) => {
  const issue = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (plan.heldOn < addDays(today, -PAST_DAYS[by])) issue("heldOn", PAST_FAULTS[by]);
  if (plan.heldOn > addDays(today, COMING_DAYS)) issue("heldOn", "training_day_far");
  if (plan.endsAt <= plan.startsAt) issue("endsAt", "training_ends_before");
};

/** What a session is; `today` and who plans it bound its day. */
export const sessionForm = (today: LocalDate, by: Keeper) =>
  z.object(words).superRefine(timesOn(today, by));

export const newSessionForm = (today: LocalDate, by: Keeper) =>
  z.object({ sessionId: madeWithForm("trn"), ...words }).superRefine(timesOn(today, by));

/** Why a session does not take place, which households read, or why its list is opened again. */
export const sessionReasonForm = z.object({
  reason: typedLine({
    missing: "training_reason_missing",
    short: "training_reason_missing",
    min: 5,
    long: "training_reason_long",
    max: 200,
  }),
});

const slug = z.string({ error: "form_outdated" }).max(120, { error: "form_outdated" });

/** What is done with the list of who was there. */
export const attendanceForm = z.discriminatedUnion(
  "intent",
  [
    z.object({
      intent: z.literal("tick"),
      household: z
        .array(slug, { error: "training_ticks_missing" })
        .min(1, { error: "training_ticks_missing" })
        .max(TICKS_MAX, { error: "training_ticks_missing" }),
    }),
    z.object({
      intent: z.literal("add"),
      attendanceId: madeWithForm("tat"),
      name: typedLine({ missing: "training_name_missing", long: "full_name_too_long", max: 80 }),
      phone: phoneNumber.optional(),
    }),
    z.object({ intent: z.literal("remove"), attendanceId: slug }),
  ],
  { error: "form_outdated" },
);
export type AttendanceForm = z.output<typeof attendanceForm>;
