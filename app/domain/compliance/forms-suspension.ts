import { z } from "zod";
import { typedDay } from "~/domain/catalog/forms";
import { decisionReason } from "~/domain/households/forms";
import { phoneInText } from "~/domain/identity/phone-in-text";
import { madeWithForm, optionalLine } from "~/platform/typed-text";
import { SUSPENSION_GROUNDS } from "./suspension-words";

const suspensionId = madeWithForm("sus");

/**
 * Why a household is suspended: on an authority's request at once, by a request in the register or a paper that is not in
 * it; else with notice, from a day on. Or that what it was told is taken back.
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
        reference: optionalLine({ long: "request_paper_long", max: 100 }).refine(
          (text) => phoneInText(text) === null,
          { error: "suspension_phone_in_words" },
        ),
        effectiveOn: typedDay("date_invalid").optional(),
        reason: decisionReason,
      }),
      z.object({ intent: z.literal("withdraw"), suspensionId }),
    ],
    { error: "form_outdated" },
  )
  .transform((typed, context) => {
    if (typed.intent === "withdraw") return typed;
    const { ground, requestId = null, reference, effectiveOn, ...told } = typed;
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    if (ground === "authority_request") {
      return requestId === null && reference === ""
        ? refuse("reference", "suspension_request_missing")
        : { ...told, ground, requestId, reference };
    }
    if (effectiveOn === undefined) return refuse("effectiveOn", "suspension_day_missing");
    return { ...told, ground, effectiveOn };
  });
export type SuspensionForm = Exclude<z.output<typeof suspensionForm>, { intent: "withdraw" }>;
