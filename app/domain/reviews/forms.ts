import { z } from "zod";
import { optionalLine, optionalText, typedText } from "~/platform/typed-text";
import { REFUSAL_REASONS } from "./post-status";
import { starsOf } from "./rating";

export const REVIEW_TEXT_MAX = 1_000;
const QUESTION_TEXT_MAX = 500;
const REPLY_TEXT_MAX = 1_000;

/** What a buyer says of what they received: stars, and words if they like. */
export const reviewForm = z.object({
  stars: z
    .string({ error: "stars_missing" })
    .regex(/^[1-5]$/, { error: "stars_missing" })
    .transform((typed) => starsOf(Number(typed))),
  text: optionalText({ long: "review_text_long", max: REVIEW_TEXT_MAX }),
  /** Ticked by whoever wants the short form of their name shown. */
  isNameShown: z.literal("on").optional(),
});
export type ReviewForm = z.output<typeof reviewForm>;

/** What a visitor asks. */
export const questionForm = z.object({
  text: typedText({
    missing: "question_missing",
    short: "question_short",
    min: 5,
    long: "question_long",
    max: QUESTION_TEXT_MAX,
  }),
  askerName: optionalLine({ long: "asker_name_long", max: 40 }),
  /** A trap: people do not see it, programs that fill in everything do. */
  leaveEmpty: z.string().default(""),
});

/** The household's word on a review or question. */
export const replyForm = z.object({
  text: typedText({ missing: "reply_missing", long: "reply_long", max: REPLY_TEXT_MAX }),
});

/** Which words the officer saw: what was changed meanwhile is to be read first. */
const seenAt = z
  .string({ error: "form_outdated" })
  .regex(/^\d{1,15}$/, { error: "form_outdated" })
  .transform(Number);
const grounds = {
  seenAt,
  reason: z.enum(REFUSAL_REASONS, { error: "refusal_reason_missing" }),
  reasonText: optionalText({ long: "reason_long", max: 500 }),
};

/** What an officer decides about a post. */
export const postDecisionForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("publish"), seenAt }),
    z.object({ decision: z.literal("refuse"), ...grounds }),
    z.object({ decision: z.literal("take_down"), ...grounds }),
  ],
  { error: "decision_missing" },
);
export type PostDecisionForm = z.output<typeof postDecisionForm>;
