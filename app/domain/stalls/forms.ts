import { z } from "zod";
import { typedDay } from "~/domain/catalog/forms";
import { parseTypedVnd } from "~/domain/catalog/typed-values";
import { addDays, type LocalDate } from "~/platform/period";
import { madeWithForm, optionalLine } from "~/platform/typed-text";
import { STALL_WAYS } from "./stall-ways";

const MIN_VND = 500; // the smallest note that is still given back at a market
const MAX_VND = 500_000_000;
const NOTE_MAX_LENGTH = 120;
/** What was forgotten is written down later, but not years later. */
const DAYS_BACK = 400;

const amountVnd = z
  .string({ error: "amount_missing" })
  .transform((typed, context) => {
    const amount = parseTypedVnd(typed);
    if (amount !== null) return amount;
    context.addIssue({ code: "custom", message: "amount_invalid" });
    return z.NEVER;
  })
  .refine((amount) => amount >= MIN_VND && amount <= MAX_VND, { error: "taking_out_of_range" });

/** What the QR of one sale is to ask for. */
export const stallQrForm = z.object({ amountVnd });

/** Something sold at the stall; `takingId` was made with the form, so that the form sent twice is one entry. */
export function takingFormOn(today: LocalDate) {
  return z.object({
    takingId: madeWithForm("stk"),
    amountVnd,
    way: z.enum(STALL_WAYS, { error: "taking_way_missing" }),
    takenOn: typedDay("taken_on_missing").superRefine((day, context) => {
      const say = (message: string) => context.addIssue({ code: "custom", message });
      if (day > today) say("taken_on_in_future");
      else if (day < addDays(today, -DAYS_BACK)) say("taken_on_too_early");
    }),
    note: optionalLine({ long: "taking_note_long", max: NOTE_MAX_LENGTH }),
  });
}
export type TakingForm = z.output<ReturnType<typeof takingFormOn>>;
