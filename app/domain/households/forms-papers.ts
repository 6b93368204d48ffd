import { z } from "zod";
import { readTaxCode } from "./tax-code";

/** A household's tax code; empty is null. */
export const taxCodeForm = z.object({
  taxCode: z
    .string()
    .default("")
    .transform((typed, context) => {
      if (typed.trim() === "") return null;
      const digits = readTaxCode(typed);
      if (digits !== null) return digits;
      context.addIssue({ code: "custom", message: "tax_code_invalid" });
      return z.NEVER;
    }),
});
