import { z } from "zod";
import { optionalText, typedText } from "~/platform/typed-text";
import { decisionReason } from "./forms";

const STORY_MAX_LENGTH = 1_000;

/** What a household says of itself; the photo is read beside it. */
export const profileForm = z.object({
  story: typedText({
    missing: "story_missing",
    short: "story_short",
    min: 20,
    long: "story_long",
    max: STORY_MAX_LENGTH,
  }),
  storyEn: optionalText({ long: "story_long", max: STORY_MAX_LENGTH }),
});
export type ProfileForm = z.output<typeof profileForm>;

/** What an officer decides about it. */
export const profileDecisionForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("approve") }),
    z.object({ decision: z.literal("reject"), reason: decisionReason }),
  ],
  { error: "decision_missing" },
);
