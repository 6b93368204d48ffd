import { z } from "zod";
import { phoneNumber } from "~/domain/identity/forms";
import {
  optionalLine,
  optionalText,
  submissionKey,
  typedLine,
  typedText,
} from "~/platform/typed-text";
import { PAYMENT_METHODS } from "./payment-methods";

/** 1 to 999 in plain digits: `1.5`, `1e3`, `0x10` and ` 2` are no number of packs. */
export const lineQuantity = z
  .string({ error: "quantity_invalid" })
  .regex(/^[1-9]\d{0,2}$/, { error: "quantity_invalid" })
  .transform(Number);

const productId = z
  .string({ error: "product_unknown" })
  .regex(/^prd_[0-9a-f]{32}$/, { error: "product_unknown" });

/** What a product page puts into the cart. */
export const cartItemForm = z.object({ productId, quantity: lineQuantity });

/** Who receives it, and where. */
export const receiverForm = z.object({
  buyerName: typedLine({ missing: "full_name_missing", long: "full_name_too_long", max: 80 }),
  buyerPhone: phoneNumber,
  provinceCode: z
    .string({ error: "province_missing" })
    .regex(/^\d{2}$/, { error: "province_missing" }),
  communeCode: z
    .string({ error: "commune_missing" })
    .regex(/^\d{5}$/, { error: "commune_missing" }),
  addressLine: typedLine({ missing: "address_missing", long: "address_too_long", max: 200 }),
});
export type ReceiverForm = z.output<typeof receiverForm>;

const TOO_LONG = { long: "note_too_long", max: 500 };

/** What has to be known of a cart before its form is looked at. */
export type CartKinds = {
  hasAlcohol: boolean;
  /** Something is brought to the buyer: there is a street and a house. */
  isSent: boolean;
  /** A stay or a meal is for a day, which only the buyer knows. */
  hasService: boolean;
};

/** What a buyer tells to have the cart sent; the lines themselves are in the cart. */
export function checkoutFormOf({ hasAlcohol, isSent, hasService }: CartKinds) {
  const { addressLine } = receiverForm.shape;
  return receiverForm.extend({
    addressLine: isSent ? addressLine : optionalLine({ long: "address_too_long", max: 200 }),
    note: hasService
      ? typedText({ missing: "service_day_missing", ...TOO_LONG })
      : optionalText(TOO_LONG),
    method: z.enum(PAYMENT_METHODS, { error: "method_unknown" }),
    isAdult: hasAlcohol ? z.literal("on", { error: "adult_missing" }) : z.literal("on").optional(),
    /** Ticked by members who want the address kept. */
    keepAddress: z.literal("on").optional(),
    /** Of a programme; what is wrong with it the order says. */
    voucherCode: optionalLine({ long: "voucher_unknown", max: 60 }),
    submissionKey,
    /** The lines and prices that the page showed; whoever sends none agrees to the total alone. */
    shown: z.string().max(4_000, { error: "form_outdated" }).default(""),
    expectedTotalVnd: z
      .string({ error: "form_outdated" })
      .regex(/^(0|[1-9]\d{0,12})$/, { error: "form_outdated" }) // 0: nothing in the cart is on sale any more
      .transform(Number),
  });
}

/** How a buyer will pay what is not paid yet. */
export const methodForm = z.object({
  method: z.enum(PAYMENT_METHODS, { error: "method_unknown" }),
});

/** Why a buyer calls an order off; the household reads it. */
export const cancellationForm = z.object({
  reason: optionalText({ long: "reason_too_long", max: 300 }),
});

/** What finds an order again. */
export const orderLookupForm = z.object({
  code: typedLine({ missing: "order_code_missing", long: "order_unknown", max: 60 }),
  phone: phoneNumber,
});
