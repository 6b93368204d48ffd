import { z } from "zod";
import { madeWithForm, optionalText, typedText } from "~/platform/typed-text";
import { decisionReason } from "./forms";

const STORY_MAX_LENGTH = 1_000;

/** What a household says of itself; the photo is read beside it. `changeId` was made with the form. */
export const profileForm = z.object({
  changeId: madeWithForm("pfc"),
  story: typedText({
    missing: "story_missing",
    short: "story_short",
    min: 20,
    long: "story_long",
    max: STORY_MAX_LENGTH,
  }),
  storyEn: optionalText({ long: "story_long", max: STORY_MAX_LENGTH }),
});
export type ProfileForm = Omit<z.output<typeof profileForm>, "changeId">;

/** What an officer decides about it. */
export const profileDecisionForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("approve") }),
    z.object({ decision: z.literal("reject"), reason: decisionReason }),
  ],
  { error: "decision_missing" },
);
