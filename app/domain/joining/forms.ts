import { z } from "zod";
import { MAX_REASON_LENGTH } from "~/domain/households/forms";
import { cleanText, madeWithForm, optionalText, typedText } from "~/platform/typed-text";
import { ITEM_KINDS, JOINING_FACTS } from "./joining-items";

const title = { missing: "item_title_missing", short: "item_title_missing", min: 3 } as const;
const hint = { long: "item_hint_long", max: 400 } as const;

/** How an item is worded; what it is stays. */
export const itemWordsForm = z.object({
  titleVi: typedText({ ...title, long: "item_title_long", max: 200 }),
  titleEn: typedText({ ...title, long: "item_title_long", max: 200 }),
  hintVi: optionalText(hint),
  hintEn: optionalText(hint),
  isRequired: z.enum(["yes", "no"], { error: "item_required_missing" }),
});
export type ItemWordsForm = z.output<typeof itemWordsForm>;

export const newItemForm = itemWordsForm
  .extend({
    itemId: madeWithForm("jit"),
    kind: z.enum(ITEM_KINDS, { error: "item_kind_missing" }),
    fact: z.enum(JOINING_FACTS, { error: "item_fact_missing" }).optional(),
    isErased: z.literal("on").optional(),
  })
  .superRefine(
    ({ kind, fact, isErased }, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if (kind === "computed" && fact === undefined) issue("fact", "item_fact_missing");
      // Of what the software knows nothing is decided about, with which evidence would go.
      if (kind === "verified" && fact !== undefined && isErased) {
        issue("isErased", "item_fact_erased");
      }
    },
    { when: () => true }, // beside the faults of other fields
  );
export type NewItemForm = z.output<typeof newItemForm>;

/** What is done with an item of the list: put at a place, counted from 1, or no longer asked for. */
export const arrangeItemForm = z.discriminatedUnion(
  "intent",
  [
    z.object({
      intent: z.literal("place"),
      place: z
        .string({ error: "form_outdated" })
        .regex(/^[1-9]\d?$/, { error: "form_outdated" })
        .transform(Number),
    }),
    z.object({ intent: z.literal("retire") }),
  ],
  { error: "form_outdated" },
);

export const evidenceForm = z.object({ formId: madeWithForm("jsf") });

/** The words that the household read when it said yes to them. */
export const statementForm = z.object({
  statement: z.string({ error: "form_outdated" }).max(200, { error: "form_outdated" }),
});

const REASON_MIN = 5;

/** What an officer decides about an item of a household: only what was seen on paper that was sent needs no word. */
export const itemDecisionForm = z
  .object({
    decision: z.enum(["verified", "sent_back", "waived"], { error: "decision_missing" }),
    reason: z.string().default("").transform(cleanText),
    // The newest step that the officer was shown.
    seen: z
      .union([z.literal("none").transform(() => null), z.string().regex(/^jst_[0-9a-f]{32}$/)])
      .catch(null),
  })
  .superRefine(({ decision, reason }, context) => {
    const issue = (message: string) =>
      context.addIssue({ code: "custom", path: ["reason"], message });
    if (reason.length > MAX_REASON_LENGTH) issue("reason_long");
    else if (decision === "waived" && reason.length < REASON_MIN) issue("waiver_reason_missing");
    else if (decision === "sent_back" && reason === "") issue("reason_missing");
    else if (reason !== "" && reason.length < REASON_MIN) issue("reason_short");
  });
export type ItemDecisionForm = z.output<typeof itemDecisionForm>;
