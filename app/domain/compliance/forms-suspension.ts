import { z } from "zod";
import { typedDay } from "~/domain/catalog/forms";
import { decisionReason } from "~/domain/households/forms";
import { phoneInText } from "~/domain/identity/phone-in-text";
import { madeWithForm, optionalLine } from "~/platform/typed-text";
import { SUSPENSION_GROUNDS } from "./suspension-words";

const suspensionId = madeWithForm("sus");

/** Shorter, or of signs alone, no paper can be found again by it. */
const REFERENCE_MIN = 5;

function isPaper(text: string): boolean {
  return text.length >= REFERENCE_MIN && /[\p{L}\p{N}]/u.test(text);
}

/**
 * Why a household is suspended: on an authority's request at once, by a request in the register or a paper that is not in
 * it; else with notice, from a day on (`firstDay`: the one that the page proposed). What belongs to the other ground is
 * refused, not dropped. Or that what it was told is taken back.
 */
export const suspensionForm = z
  .discriminatedUnion(
    "intent",
    [
      z.object({
        intent: z.literal("suspend"),
        suspensionId,
        ground: z.enum(SUSPENSION_GROUNDS, { error: "suspension_ground_missing" }),
        requestId: z
          .string({ error: "form_outdated" })
          .max(60, { error: "form_outdated" })
          .optional(),
        reference: optionalLine({ long: "request_paper_long", max: 100 })
          .refine((text) => phoneInText(text) === null, { error: "suspension_phone_in_words" })
          .refine((text) => text === "" || isPaper(text), { error: "suspension_reference_short" }),
        effectiveOn: typedDay("date_invalid").optional(),
        firstDay: typedDay("form_outdated").optional(),
        reason: decisionReason,
      }),
      z.object({ intent: z.literal("withdraw"), suspensionId }),
    ],
    { error: "form_outdated" },
  )
  .transform((typed, context) => {
    if (typed.intent === "withdraw") return typed;
    const { ground, requestId = null, reference, effectiveOn, firstDay, ...told } = typed;
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    if (ground === "authority_request") {
      if (effectiveOn !== undefined && effectiveOn !== firstDay) {
        return refuse("effectiveOn", "suspension_day_on_request");
      }
      return requestId === null && reference === ""
        ? refuse("reference", "suspension_request_missing")
        : { ...told, ground, requestId, reference };
    }
    if (requestId !== null) return refuse("requestId", "suspension_request_own");
    if (reference !== "") return refuse("reference", "suspension_request_own");
    if (effectiveOn === undefined) return refuse("effectiveOn", "suspension_day_missing");
    return { ...told, ground, effectiveOn };
  });
export type SuspensionForm = Exclude<z.output<typeof suspensionForm>, { intent: "withdraw" }>;
