import { z } from "zod";
import { parseTypedVnd } from "~/domain/catalog/typed-values";
import { typedText } from "~/platform/typed-text";
import { isWallet } from "./wallets";

const NOTE_MAX = 500;

const note = typedText({ missing: "note_missing", long: "note_too_long", max: NOTE_MAX });

/** An account may hold nothing. */
const balanceVnd = z.string({ error: "amount_missing" }).transform((typed, context) => {
  const amount = parseTypedVnd(typed);
  if (amount !== null && amount >= 0) return amount;
  context.addIssue({ code: "custom", message: "amount_invalid" });
  return z.NEVER;
});

export const differenceNoteForm = z.object({ note });

/** What the account held before the first line, and how one knows. */
export const openingForm = z.object({ amountVnd: balanceVnd, note });

/** The second person's word on it. */
export const openingAnswerForm = z.object({
  openingId: z.string({ error: "form_outdated" }).max(40, { error: "form_outdated" }),
  to: z.enum(["agree", "refuse"], { error: "form_outdated" }),
});

/** What a telecom's app shows. */
export const walletBalanceForm = z.object({
  walletId: z
    .string({ error: "wallet_missing" })
    .refine((id) => isWallet(id), { error: "wallet_missing" }),
  balanceVnd,
});
