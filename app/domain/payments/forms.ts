import { z } from "zod";

/** What a person sends from the bank simulator; the account is the order's own. */
export const simulatorForm = z.object({
  amountVnd: z
    .string({ error: "transfer_amount_invalid" })
    .regex(/^[1-9]\d{0,12}$/, { error: "transfer_amount_invalid" })
    .transform(Number),
  memo: z.string().max(200, { error: "memo_too_long" }).default(""),
});
