import { z } from "zod";
import { madeWithForm, optionalLine, optionalText, typedText } from "~/platform/typed-text";
import { CARRIERS } from "./carriers";

const MAX_TRACKING_CODE = 60;

/** A parcel on its way. The carrier may be blank for services, which do not travel; the flow knows. */
export const shipmentForm = z.object({
  carrier: z.enum(CARRIERS, { error: "carrier_required" }).optional(),
  trackingCode: optionalLine({ long: "tracking_code_too_long", max: MAX_TRACKING_CODE })
    // People write them in groups, as they are printed.
    .transform((code) => code.replaceAll(" ", ""))
    .refine((code) => /^[A-Za-z0-9-]*$/.test(code), { error: "tracking_code_invalid" }),
});

/** The field of `shipmentForm` that this refusal is about, or null. */
export function parcelFieldOf(code: string): "carrier" | "trackingCode" | null {
  if (code === "carrier_required") return "carrier";
  return code === "tracking_code_required" ? "trackingCode" : null;
}

/** Who took the parcel; the photo is read beside it. `proofId` was made with the form. */
export const proofForm = z.object({
  proofId: madeWithForm("prf"),
  receivedBy: optionalLine({ long: "received_by_too_long", max: 80 }),
});

const tooLong = { long: "reason_too_long", max: 300 };

/** Why an order ends without a sale: the buyer reads it, so cancelling needs a word. */
export const closureForm = z.discriminatedUnion(
  "to",
  [
    z.object({
      to: z.literal("cancelled"),
      reason: typedText({ missing: "reason_required", ...tooLong }),
    }),
    z.object({ to: z.literal("refused"), reason: optionalText(tooLong) }),
    z.object({ to: z.literal("lost"), reason: optionalText(tooLong) }),
  ],
  { error: "unexpected" }, // our buttons send no other word
);
