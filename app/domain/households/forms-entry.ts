import { z } from "zod";
import { madeWithForm, typedText } from "~/platform/typed-text";
import { RECOGNITIONS } from "./entry-code-terms";

/** Of an officer who hands a household the digits by which it comes in again. */
export const entryCodeForm = z.object({
  codeId: madeWithForm("pcd"),
  recognisedBy: z.enum(RECOGNITIONS, { error: "recognised_by_missing" }),
  recognition: typedText({
    missing: "recognition_missing",
    short: "recognition_short",
    min: 10,
    long: "recognition_long",
    max: 300,
  }),
});
export type EntryCodeForm = z.output<typeof entryCodeForm>;
