import { z } from "zod";
import { CARRIERS } from "./carriers";

const MAX_TRACKING_CODE = 60;

/** A parcel on its way. The carrier may be blank for services, which do not travel; the flow knows. */
export const shipmentForm = z.object({
  carrier: z.enum(CARRIERS, { error: "carrier_required" }).optional(),
  trackingCode: z
    .string()
    .trim()
    .max(MAX_TRACKING_CODE, { error: "tracking_code_too_long" })
    .optional(),
});

const reason = z.string().trim().max(300, { error: "reason_too_long" });

/** Why an order ends without a sale: the buyer reads it, so cancelling needs a word. */
export const closureForm = z.discriminatedUnion(
  "to",
  [
    z.object({
      to: z.literal("cancelled"),
      reason: z
        .string({ error: "reason_required" })
        .pipe(reason)
        .pipe(z.string().min(1, { error: "reason_required" })),
    }),
    z.object({ to: z.literal("refused"), reason: reason.optional() }),
  ],
  { error: "unexpected" }, // our buttons send no other word
);
