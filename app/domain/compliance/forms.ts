import { z } from "zod";
import { typedDay } from "~/domain/catalog/forms";
import { phoneInText } from "~/domain/identity/phone-in-text";
import { MINUTE_MS, momentOf } from "~/platform/period";
import {
  madeWithForm,
  optionalLine,
  optionalText,
  typedLine,
  typedText,
} from "~/platform/typed-text";
import { endOf } from "./clocks";
import {
  ABOUT_KINDS,
  aboutOf,
  REQUEST_KINDS,
  REQUEST_RESULTS,
  REQUEST_WAYS,
} from "./request-words";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Phones of people stay in the paper, or with the account that it is about. */
const withoutPhone = (text: string) => phoneInText(text) === null;
const PHONE = { error: "request_phone_in_words" };

const typedTime = z
  .string({ error: "request_time_missing" })
  .regex(TIME, { error: "request_time_missing" });

/** What came in, as an officer writes it down. Times are Vietnam's, `hh:mm`; moments come out in milliseconds UTC. */
export const requestForm = z
  .object({
    requestId: madeWithForm("crq"),
    kind: z.enum(REQUEST_KINDS, { error: "form_outdated" }),
    fromWhom: typedLine({
      missing: "request_from_missing",
      long: "request_from_long",
      max: 200,
    }).refine(withoutPhone, PHONE),
    way: z.enum(REQUEST_WAYS, { error: "request_way_missing" }),
    paperNumber: optionalLine({ long: "request_paper_long", max: 100 }),
    receivedOn: typedDay("request_received_missing"),
    receivedTime: typedTime,
    asked: typedText({
      missing: "request_asked_missing",
      long: "request_asked_long",
      max: 2_000,
    }).refine(withoutPhone, PHONE),
    aboutKind: z.enum(ABOUT_KINDS, { error: "form_outdated" }).optional(),
    about: optionalLine({ long: "request_about_unknown", max: 200 }),
    paperDueOn: typedDay("date_invalid").optional(),
    paperDueTime: typedTime.optional(),
  })
  .transform((typed, context) => {
    const { receivedOn, receivedTime, paperDueOn, paperDueTime, aboutKind, about, ...facts } =
      typed;
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
    };
    const receivedAt = momentOf(receivedOn, receivedTime);
    if (aboutKind !== undefined && about === "") refuse("about", "request_about_missing");
    if (aboutKind === undefined && about !== "") refuse("aboutKind", "request_about_kind_missing");
    if (aboutKind !== undefined && !aboutOf(typed.kind).includes(aboutKind)) {
      refuse("aboutKind", "form_outdated");
    }
    if (paperDueOn === undefined && paperDueTime !== undefined) {
      refuse("paperDueOn", "request_due_day_missing");
    }
    const paperDueAt = paperDueOn === undefined ? null : dueOf(paperDueOn, paperDueTime);
    if (paperDueAt !== null && paperDueAt <= receivedAt) refuse("paperDueOn", "request_due_before");
    return {
      ...facts,
      receivedAt,
      paperDueAt,
      about: aboutKind === undefined ? null : { kind: aboutKind, typed: about },
    };
  });
export type RequestForm = z.output<typeof requestForm>;

/** The whole minute that a paper names, or the end of its day. */
function dueOf(day: string, time: string | undefined): number {
  return time === undefined ? endOf(day) : momentOf(day, time) + MINUTE_MS - 1;
}

const stepId = madeWithForm("cqs");
const words = { long: "request_words_long", max: 1_000 } as const;
const said = typedText({ missing: "request_words_missing", ...words }).refine(withoutPhone, PHONE);
const maybeSaid = optionalText(words).refine(withoutPhone, PHONE);

/** What is done on a request's page; each form was made with its id, so that it sent twice is one. */
export const requestStepForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("acknowledge"), stepId, words: maybeSaid }),
    z.object({ intent: z.literal("note"), stepId, words: said }),
    z.object({
      intent: z.literal("hand_over"),
      stepId,
      handlerId: z
        .string({ error: "request_handler_missing" })
        .max(60, { error: "request_handler_missing" }),
      words: maybeSaid,
    }),
    z.object({
      intent: z.literal("answer"),
      stepId,
      result: z.enum(REQUEST_RESULTS, { error: "request_result_missing" }),
      words: said,
    }),
    z.object({ intent: z.literal("reopen"), stepId, words: said }),
  ],
  { error: "form_outdated" },
);
export type RequestStepForm = z.output<typeof requestStepForm>;
