import { z } from "zod";
import { madeWithForm, optionalText } from "~/platform/typed-text";
import { RECALL_OUTCOMES } from "./recall-outcomes";

/** That the buyer of an order was called about a recall. */
export const recallContactForm = z.object({
  contactId: madeWithForm("rct"),
  orderCode: z.string({ error: "form_outdated" }).max(20, { error: "form_outdated" }),
  outcome: z.enum(RECALL_OUTCOMES, { error: "recall_outcome_missing" }),
  note: optionalText({ long: "recall_note_long", max: 300 }),
});
