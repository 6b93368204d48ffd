import { z } from "zod";
import { parseTypedVnd } from "~/domain/catalog/typed-values";
import { BANKS } from "~/domain/payments/banks";
import { fold } from "~/platform/fold";
import type { Vnd } from "~/platform/money";
import { optionalText, typedText } from "~/platform/typed-text";
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
      const isNamed = purpose !== "order" && purpose !== "disbursement" ? true : code !== "";
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
  accountName: z.string({ error: "account_name_missing" }).transform((typed, context) => {
    const name = fold(typed).toUpperCase();
    if (/^[A-Z][A-Z0-9 ]*$/.test(name) && name.length <= ACCOUNT_NAME_MAX) return name;
    context.addIssue({ code: "custom", message: "account_name_invalid" });
    return z.NEVER;
  }),
});
export type PayeeField = keyof z.input<typeof payeeForm>;
