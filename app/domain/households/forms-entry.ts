import { z } from "zod";
import { madeWithForm, typedText } from "~/platform/typed-text";
import { RECOGNITIONS, UNDO_RECOGNITIONS } from "./entry-code-terms";

const DATE = /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)/g;
/** Ten digits, grouped as people do; an hour or a day often follows. */
const MOBILE = /(?<!\d[ .-]?)0[35789](?:[ .-]?\d){8}(?!\d)/g;
/** What stands between the digits of one number, however it is grouped. */
const GROUPED = /\d(?:[ .\-–]{0,2}\d)*/g;
/** An old identity card has 9 digits, a citizen's card 12; phones have 10 or 11, in every usual writing. */
const IDENTITY_LENGTHS: readonly number[] = [9, 12];

/** A number as identity cards have it, alone or beside others. */
function namesIdentity(text: string): boolean {
  const dateless = text.replaceAll(DATE, "/").replaceAll(MOBILE, "/");
  const runs = dateless.match(GROUPED)?.map((run) => run.replaceAll(/\D/g, "")) ?? [];
  const unbroken = dateless.match(/\d+/g) ?? [];
  return [...runs, ...unbroken].some(({ length }) => IDENTITY_LENGTHS.includes(length));
}

const recognition = typedText({
  missing: "recognition_missing",
  short: "recognition_short",
  min: 10,
  long: "recognition_long",
  max: 300,
}).refine((words) => !namesIdentity(words), { error: "recognition_identity" });

/** Of an officer who hands a household the digits by which it comes in again. */
export const entryCodeForm = z.object({
  codeId: madeWithForm("pcd"),
  recognisedBy: z.enum(RECOGNITIONS, { error: "recognised_by_missing" }),
  recognition,
});
export type EntryCodeForm = z.output<typeof entryCodeForm>;

/** Of an officer who gives an account the number back that it had before. */
export const phoneUndoForm = z.object({
  recognisedBy: z.enum(UNDO_RECOGNITIONS, { error: "recognised_by_missing" }),
  recognition,
  isInHand: z.literal("on", { error: "number_in_hand_missing" }),
});
export type PhoneUndoForm = z.output<typeof phoneUndoForm>;
