import { z } from "zod";
import { optionalLine, optionalText, typedText } from "~/platform/typed-text";
import { CARRIERS } from "./carriers";

const MAX_TRACKING_CODE = 60;

/** A parcel on its way. The carrier may be blank for services, which do not travel; the flow knows. */
export const shipmentForm = z.object({
  carrier: z.enum(CARRIERS, { error: "carrier_required" }).optional(),
  trackingCode: optionalLine({ long: "tracking_code_too_long", max: MAX_TRACKING_CODE }),
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
