import { z } from "zod";
import {
  haveDays,
  isReadDay,
  parseTypedCount,
  parseTypedDay,
  parseTypedVnd,
} from "~/domain/catalog/typed-values";
import { readTaxCode } from "~/domain/households/tax-code";
import { phoneNumber } from "~/domain/identity/forms";
import { CONTRACT_METHODS } from "./contract-terms";
import type { Vnd } from "~/platform/money";
import { addDays, type LocalDate } from "~/platform/period";
import {
  madeWithForm,
  submissionKey,
  optionalLine,
  optionalText,
  typedLine,
  typedText,
} from "~/platform/typed-text";
import {
  DELIVERIES_MAX,
  DELIVERY_DAYS_MAX,
  LINES_MAX,
  OFFER_DAYS_MAX,
  PAYMENT_DAYS_MAX,
  QUANTITY_MAX,
} from "./contract-terms";

const SHIPPING_MAX_VND = 100_000_000;
const PRICE_MAX_VND = 1_000_000_000;

/** 10 digits of an enterprise, 10 and 3 of its branch, 12 of a person; blank: none. */
const taxCode = z
  .string()
  .default("")
  .transform((typed, context) => {
    const digits = typed.trim() === "" ? "" : readTaxCode(typed);
    if (digits !== null) return digits;
    context.addIssue({ code: "custom", message: "buyer_tax_code_invalid" });
    return z.NEVER;
  });

const dayBetween = (message: string, { from, to }: { from: LocalDate; to: LocalDate }) =>
  z.string({ error: message }).transform((typed, context) => {
    const day = parseTypedDay(typed);
    if (day !== null && day >= from && day <= to) return day;
    context.addIssue({ code: "custom", message: day === null ? "date_invalid" : message });
    return z.NEVER;
  });

/** A day that may be left out; not a union, whose own error would hide what is wrong with the day. */
const wishedBy = (days: { from: LocalDate; to: LocalDate }) =>
  z
    .string()
    .default("")
    .transform((typed) => (typed.trim() === "" ? null : typed))
    .pipe(dayBetween("wished_by_invalid", days).nullable());

const textHash = z
  .string({ error: "form_outdated" })
  .regex(/^[0-9a-f]{64}$/, { error: "form_outdated" });

/** What a buyer tells who asks for a price, on `today`; the packs are in `readAskedPacks`. */
export function priceRequestFormOn(today: LocalDate) {
  return z.object({
    submissionKey,
    buyerName: typedLine({
      missing: "contract_buyer_missing",
      long: "full_name_too_long",
      max: 80,
    }),
    buyerTaxCode: taxCode,
    representative: typedLine({
      missing: "contact_name_missing",
      long: "full_name_too_long",
      max: 80,
    }),
    representativeTitle: optionalLine({ long: "full_name_too_long", max: 80 }),
    buyerPhone: phoneNumber,
    provinceCode: z
      .string({ error: "province_missing" })
      .regex(/^\d{2}$/, { error: "province_missing" }),
    communeCode: z
      .string({ error: "commune_missing" })
      .regex(/^\d{5}$/, { error: "commune_missing" }),
    addressLine: typedLine({ missing: "address_missing", long: "address_too_long", max: 200 }),
    wishedBy: wishedBy({ from: today, to: addDays(today, DELIVERY_DAYS_MAX) }),
    note: optionalText({ long: "note_too_long", max: 1_000 }),
  });
}

/** A household's terms, on `today`; packs and prices are in `readOfferedLines`. */
export function contractOfferFormOn(today: LocalDate) {
  const soon = addDays(today, OFFER_DAYS_MAX);
  return z
    .object({
      versionId: madeWithForm("ctv"),
      shippingVnd: z.string({ error: "shipping_price_invalid" }).transform((typed, context) => {
        const amount = parseTypedVnd(typed);
        if (amount !== null && amount <= SHIPPING_MAX_VND) return amount;
        context.addIssue({ code: "custom", message: "shipping_price_invalid" });
        return z.NEVER;
      }),
      deliveriesMax: z
        .string({ error: "deliveries_max_invalid" })
        .transform((typed) => parseTypedCount(typed) ?? 0)
        .refine((times) => times >= 1 && times <= DELIVERIES_MAX, {
          error: "deliveries_max_invalid",
        }),
      deliverBy: dayBetween("deliver_by_invalid", {
        from: today,
        to: addDays(today, DELIVERY_DAYS_MAX),
      }),
      method: z.enum(CONTRACT_METHODS, { error: "method_unknown" }),
      paymentDays: z
        .string()
        .default("")
        .transform((typed, context) => {
          const days = parseTypedCount(typed);
          if (days !== null && days >= 1 && days <= PAYMENT_DAYS_MAX) return days;
          context.addIssue({ code: "custom", message: "payment_days_invalid" });
          return z.NEVER;
        }),
      validUntil: dayBetween("valid_until_invalid", { from: today, to: soon }),
      extraTerms: optionalText({ long: "extra_terms_too_long", max: 2_000 }),
      signerName: typedLine({ missing: "signer_missing", long: "full_name_too_long", max: 80 }),
      /** Of the text that was read, and the tick below it; blank while there was none to read. */
      textHash: textHash
        .or(z.literal(""))
        .optional()
        .transform((hash) => hash ?? ""),
      agreed: z.literal("on").optional(),
    })
    .refine(
      ({ validUntil, deliverBy }) =>
        !isReadDay(validUntil) || !isReadDay(deliverBy) || validUntil <= deliverBy,
      {
        path: ["validUntil"],
        error: "valid_until_after_delivery",
        when: haveDays("validUntil", "deliverBy"),
      },
    );
}

/** The buyer's yes to the text that was shown. */
const acceptanceForm = z.object({
  to: z.literal("concluded"),
  textHash,
  signerName: typedLine({ missing: "signer_missing", long: "full_name_too_long", max: 80 }),
  agreed: z.literal("on", { error: "contract_agreement_missing" }),
});

const tooLong = { long: "note_too_long", max: 1_000 };
const said = typedText({ missing: "contract_note_missing", ...tooLong });
const note = optionalText(tooLong);

/** What a buyer does about a contract of theirs. */
export const buyerContractForm = z.discriminatedUnion(
  "to",
  [
    acceptanceForm,
    z.object({ to: z.literal("requested"), note: said, textHash }),
    z.object({ to: z.literal("withdrawn"), note }),
    z.object({ to: z.literal("ended"), note: said }),
  ],
  { error: "unexpected" }, // our buttons send no other word
);

/** What a household does about one of its contracts; its offer is a form of its own. */
export const householdContractForm = z.discriminatedUnion(
  "to",
  [
    z.object({ to: z.literal("declined"), note: said }),
    z.object({ to: z.literal("ended"), note: said }),
  ],
  { error: "unexpected" },
);

/** A party's signature; the file itself is read beside it. */
export const signatureForm = z.object({});

/** A delivery that a household prepares; the packs are in `readAskedPacks`. */
export const contractDeliveryForm = z.object({ submissionKey });

const PRODUCT_ID = /^prd_[0-9a-f]{32}$/;

/** Fields `product0`, `packs0`, `price0` ...: one row a product, as the page listed them. */
function* rowsOf(form: FormData) {
  const seen = new Set<string>();
  for (let row = 0; row < LINES_MAX; row += 1) {
    const productId = form.get(`product${row}`);
    if (typeof productId !== "string" || !PRODUCT_ID.test(productId) || seen.has(productId))
      continue;
    seen.add(productId);
    yield { productId, packs: typed(form, `packs${row}`), price: typed(form, `price${row}`) };
  }
}

function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

function readPacks(text: string): number | null {
  if (text === "") return 0;
  const count = parseTypedCount(text);
  return count === null || count > QUANTITY_MAX ? null : count;
}

/** What stands in the fields of a product's row when its form comes back. */
export type TypedRow = { packs: string; price: string };

/** What was typed, by product: the page may list them in another order when it comes back. */
export function typedRowsOf(form: FormData): Record<string, TypedRow> {
  return Object.fromEntries(
    [...rowsOf(form)].map(({ productId, packs, price }) => [
      productId,
      { packs: packs.slice(0, 20), price: price.slice(0, 20) },
    ]),
  );
}

/** How many packs of each product; those without are left out. Null when one of them is no number of packs. */
export function readAskedPacks(form: FormData): { productId: string; packCount: number }[] | null {
  const asks: { productId: string; packCount: number }[] = [];
  for (const { productId, packs } of rowsOf(form)) {
    const packCount = readPacks(packs);
    if (packCount === null) return null;
    if (packCount > 0) asks.push({ productId, packCount });
  }
  return asks;
}

/** Packs and price of each product; those without packs are left out. A code when one of them is no number. */
export function readOfferedLines(
  form: FormData,
):
  | { productId: string; quantity: number; unitPriceVnd: Vnd }[]
  | "contract_packs_invalid"
  | "contract_price_invalid" {
  const lines: { productId: string; quantity: number; unitPriceVnd: Vnd }[] = [];
  for (const { productId, packs, price } of rowsOf(form)) {
    const quantity = readPacks(packs);
    if (quantity === null) return "contract_packs_invalid";
    if (quantity === 0) continue;
    const unitPriceVnd = parseTypedVnd(price);
    if (unitPriceVnd === null || unitPriceVnd < 1 || unitPriceVnd > PRICE_MAX_VND) {
      return "contract_price_invalid";
    }
    lines.push({ productId, quantity, unitPriceVnd });
  }
  return lines;
}
