import { z } from "zod";
import { typedDay } from "~/domain/catalog/forms";
import { madeWithForm, optionalLine, typedLine } from "~/platform/typed-text";
import { CASE_OUTCOMES } from "./case-words";
import { typedKilograms } from "./forms";

const words = { long: "supply_words_long", max: 400 } as const;
const chosen = (missing: string) =>
  z.string({ error: missing }).min(1, { error: missing }).max(60, { error: missing });

/** That somebody sees to a kind of produce on the board that begins on `from`. */
export const openCaseForm = z.object({
  produceKey: z.string({ error: "form_outdated" }).max(120, { error: "form_outdated" }),
  from: typedDay("form_outdated"),
});
export type OpenCaseForm = z.output<typeof openCaseForm>;

const stepId = madeWithForm("scs");

/** What is done on a case's page; each form was made with its id, so that it sent twice is one. */
export const caseForm = z.discriminatedUnion(
  "intent",
  [
    z.object({
      intent: z.literal("match"),
      matchId: madeWithForm("sma"),
      declarationId: chosen("match_harvest_missing"),
      demandId: chosen("match_demand_missing"),
      quantityKg: typedKilograms(1),
    }),
    z.object({
      intent: z.literal("see"),
      shownAt: z.coerce.number({ error: "form_outdated" }).int({ error: "form_outdated" }).min(0),
    }),
    z.object({
      intent: z.literal("note"),
      stepId,
      words: typedLine({ missing: "supply_words_missing", ...words }),
    }),
    z.object({
      intent: z.literal("hand_over"),
      stepId,
      handlerId: chosen("case_handler_missing"),
      words: optionalLine(words),
    }),
    z.object({
      intent: z.literal("close"),
      stepId,
      outcome: z.enum(CASE_OUTCOMES, { error: "case_outcome_missing" }),
      words: optionalLine(words),
    }),
  ],
  { error: "form_outdated" },
);
export type CaseForm = z.output<typeof caseForm>;
export type MatchForm = Extract<CaseForm, { intent: "match" }>;
export type CaseStepForm = Exclude<CaseForm, MatchForm | { intent: "see" }>;

/** Why an officer ends a match: the household reads it. */
export const matchEndForm = z.object({
  reason: typedLine({ missing: "end_reason_missing", long: "end_reason_long", max: 200 }),
});
export type MatchEndForm = z.output<typeof matchEndForm>;

/**
 * What came of a match; nought: nothing. `seenAt`: when what the form showed had been said; without it, it showed that
 * nothing was known.
 */
export const matchResultForm = z.object({
  seenAt: z.coerce.number({ error: "form_outdated" }).optional(),
  soldKg: typedKilograms(0),
  words: optionalLine(words),
});
export type MatchResultForm = z.output<typeof matchResultForm>;
