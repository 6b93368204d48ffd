import { z } from "zod";
import { parseTypedVnd } from "~/domain/catalog/typed-values";
import { normalisePhone } from "~/domain/identity/phone";
import { BANKS } from "~/domain/payments/banks";
import { fold } from "~/platform/fold";
import type { Vnd } from "~/platform/money";
import { optionalText, typedText } from "~/platform/typed-text";
import { isWallet, PAYOUT_PLACES } from "./wallets";
import { ALLOCATION_PURPOSES, type AllocationPurpose } from "./allocation-purposes";

const NOTE_MAX = 500;
const CODE_MAX = 40;
const ACCOUNT_NAME_MAX = 60;

const note = typedText({ missing: "note_missing", long: "note_too_long", max: NOTE_MAX });
const freeNote = optionalText({ long: "note_too_long", max: NOTE_MAX });

const amountVnd = z.string({ error: "amount_missing" }).transform((typed, context) => {
  const amount = parseTypedVnd(typed);
  if (amount !== null && amount >= 1) return amount;
  context.addIssue({ code: "custom", message: "amount_invalid" });
  return z.NEVER;
});

/** How many parts one line may be split into. */
export const PART_NUMBERS = [1, 2, 3, 4] as const;
type PartNumber = (typeof PART_NUMBERS)[number];
export type PartField = `${"purpose" | "code" | "amount"}${PartNumber}`;

const partText = z.string().max(CODE_MAX, { error: "part_text_long" }).default("");
const partFields = Object.fromEntries(
  PART_NUMBERS.flatMap((n) => [
    [`purpose${n}`, z.union([z.enum(ALLOCATION_PURPOSES), z.literal("")]).default("")],
    [`code${n}`, partText],
    [`amount${n}`, partText],
  ]),
) as Record<`purpose${PartNumber}`, z.ZodType<AllocationPurpose | "">> &
  Record<`code${PartNumber}` | `amount${PartNumber}`, z.ZodType<string>>;

/** Purposes that say which: its code has to be typed. */
const NAMED: readonly AllocationPurpose[] = ["order", "disbursement", "batch", "wallet", "voucher"];

/** What a line was for: up to four parts, each with its purpose, its code where it names something, and its amount. */
export const lineAnswerForm = z
  .object({ ...partFields, note })
  .transform(({ note: why, ...fields }, context) => {
    const parts: { purpose: AllocationPurpose; code: string; amountVnd: Vnd }[] = [];
    for (const n of PART_NUMBERS) {
      const purpose = fields[`purpose${n}`];
      const code = fields[`code${n}`].trim();
      const typed = fields[`amount${n}`].trim();
      if (purpose === "" && code === "" && typed === "") continue;
      const amount = parseTypedVnd(typed);
      const isNamed = !NAMED.some((named) => named === purpose) || code !== "";
      const refuse = (field: PartField, message: string) =>
        context.addIssue({ code: "custom", message, path: [field] });
      if (purpose === "") refuse(`purpose${n}`, "part_purpose_missing");
      if (!isNamed) refuse(`code${n}`, "part_code_missing");
      if (amount === null || amount < 1) refuse(`amount${n}`, "amount_invalid");
      if (purpose !== "" && amount !== null && amount >= 1) {
        parts.push({ purpose, code, amountVnd: amount });
      }
    }
    if (parts.length === 0 && context.issues.length === 0) {
      context.addIssue({ code: "custom", message: "part_purpose_missing", path: ["purpose1"] });
    }
    return { note: why, parts };
  });

/** The second person's word on what the first said. */
export const lineDecisionForm = z.object({
  to: z.enum(["agree", "refuse"], { error: "form_outdated" }),
  /** What was shown: something else may have been said since. */
  allocationId: z.string({ error: "form_outdated" }),
  note: freeNote,
});

/** What is to be paid back of what is owed. */
export const refundForm = z.object({ amountVnd });

/** The same to the card that paid; with what the page said to be owed, so that it is done once. */
export const cardRefundForm = z.object({
  amountVnd,
  seenOwedVnd: z
    .string({ error: "form_outdated" })
    .regex(/^(0|[1-9]\d{0,12})$/, { error: "form_outdated" })
    .transform(Number),
});

/** That a refund made on the provider's own pages is taken into the books, and why; or the second person's word on it. */
export const takeOverForm = z.object({
  to: z.enum(["take", "agree", "refuse"], { error: "form_outdated" }),
  note,
});

export const cardRefundDecisionForm = z.object({
  to: z.enum(["approved", "withdrawn"], { error: "form_outdated" }),
});

/** What becomes of a disbursement: `note` says why it is withdrawn. */
export const disbursementForm = z
  .object({ to: z.enum(["approved", "withdrawn"], { error: "form_outdated" }), note: freeNote })
  .superRefine((form, context) => {
    if (form.to === "withdrawn" && form.note === "") {
      context.addIssue({ code: "custom", message: "note_missing", path: ["note"] });
    }
  });

const accountName = z.string({ error: "account_name_missing" }).transform((typed, context) => {
  const name = fold(typed).toUpperCase();
  if (/^[A-Z][A-Z0-9 ]*$/.test(name) && name.length <= ACCOUNT_NAME_MAX) return name;
  context.addIssue({ code: "custom", message: "account_name_invalid" });
  return z.NEVER;
});

/** An account to send money to. The name is kept as banks write it: capitals without marks. */
export const payeeForm = z.object({
  bankBin: z
    .string({ error: "bank_missing" })
    .refine((bin) => BANKS.some((bank) => bank.bin === bin), { error: "bank_missing" }),
  accountNumber: z.string({ error: "account_number_missing" }).transform((typed, context) => {
    const number = typed.replaceAll(/[\s.-]/g, "").toUpperCase();
    if (/^[A-Z0-9]{6,19}$/.test(number)) return number;
    context.addIssue({ code: "custom", message: "payee_number_invalid" });
    return z.NEVER;
  }),
  accountName,
});
export type PayeeField = keyof z.input<typeof payeeForm>;

/**
 * Where a household is to be paid: an account at a bank, or Mobile Money by the phone that it is under. A wallet whose
 * NAPAS number is not sure is none of the banks here.
 */
export const payoutAccountForm = z
  .object({
    bankBin: z
      .string({ error: "bank_missing" })
      .refine((id) => PAYOUT_PLACES.some((place) => place.id === id), { error: "bank_missing" }),
    accountNumber: z.string({ error: "account_number_missing" }),
    accountName,
  })
  .transform(({ bankBin, accountNumber: typed, accountName: name }, context) => {
    const number = typed.replaceAll(/[\s.-]/g, "").toUpperCase();
    const phone = normalisePhone(typed);
    const isPhone = isWallet(bankBin);
    if (isPhone && phone !== null) return { bankBin, accountNumber: phone, accountName: name };
    if (!isPhone && /^[A-Z0-9]{6,19}$/.test(number)) {
      return { bankBin, accountNumber: number, accountName: name };
    }
    const message = isPhone ? "wallet_phone_invalid" : "payee_number_invalid";
    context.addIssue({ code: "custom", message, path: ["accountNumber"] });
    return z.NEVER;
  });

/** Households whose boxes are ticked; the key makes the form one batch however often it is sent. */
export const payoutsForm = z.object({
  submissionKey: z.string({ error: "form_outdated" }).regex(/^[A-Za-z0-9_-]{16,40}$/, {
    error: "form_outdated",
  }),
  household: z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(z.string().max(CODE_MAX)).min(1, { error: "payouts_none" }).max(40),
  ),
});

/** What the telecom's app says of a payment that was made by hand there. */
export const walletReportForm = z.object({
  reference: z
    .string({ error: "wallet_reference_missing" })
    .trim()
    .regex(/^[A-Za-z0-9.-]{4,40}$/, { error: "wallet_reference_invalid" }),
});

/** That a payout by Mobile Money came back, with what the app says of it; or the second person's word on that. */
export const walletReturnForm = z.discriminatedUnion(
  "to",
  [
    z.object({ to: z.literal("returned"), note }),
    z.object({
      to: z.enum(["agree", "refuse"]),
      /** Of what was shown: something else may have been said since. */
      reportedAt: z
        .string({ error: "form_outdated" })
        .regex(/^[1-9]\d{0,15}$/, { error: "form_outdated" })
        .transform(Number),
    }),
  ],
  { error: "form_outdated" },
);
