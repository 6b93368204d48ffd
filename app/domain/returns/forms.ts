import { z } from "zod";
import { optionalText, typedText } from "~/platform/typed-text";
import { RETURN_REASONS } from "./return-reasons";

const tooLong = { long: "return_note_too_long", max: 1_000 };
const said = typedText({ missing: "return_note_missing", ...tooLong });
const note = optionalText(tooLong);

/** What a buyer tells of goods that are not as they should be; how many packs is in `readPackCounts`. */
export const returnForm = z.object({
  reason: z.enum(RETURN_REASONS, { error: "return_reason_missing" }),
  note: said,
});

/** What a buyer does about a request of theirs. */
export const buyerReturnForm = z.object({
  to: z.enum(["returning", "disputed", "closed"], { error: "unexpected" }), // our buttons send no other word
  note,
});

/** A household's answer; a no and a doubt need a word. */
export const householdReturnForm = z.discriminatedUnion(
  "to",
  [
    z.object({ to: z.literal("accepted"), note }),
    z.object({ to: z.literal("declined"), note: said }),
    z.object({ to: z.literal("disputed"), note: said }),
    z.object({ to: z.literal("refunded"), note, isRestocked: z.literal("on").optional() }),
  ],
  { error: "unexpected" },
);

/** The department's decision, which both sides read. */
export const disputeForm = z.object({
  to: z.enum(["refunded", "closed"], { error: "unexpected" }),
  note: said,
});

const PACKS = /^(0|[1-9]\d{0,2})$/;

/**
 * How many packs of each line: fields `packs0`, `packs1` ... in the order of the lines that the page showed. An empty
 * field is 0; null when one of them is no number of packs.
 */
export function readPackCounts(
  form: FormData,
  lineItemIds: readonly string[],
): { lineItemId: string; packCount: number }[] | null {
  const counts = lineItemIds.map((lineItemId, i) => {
    const typed = form.get(`packs${i}`);
    const text = typeof typed === "string" && typed.trim() !== "" ? typed.trim() : "0";
    return { lineItemId, packCount: PACKS.test(text) ? Number(text) : NaN };
  });
  return counts.some(({ packCount }) => Number.isNaN(packCount)) ? null : counts;
}
