import type { Voucher } from "./types";

/** What a typed code does to the cart at hand, or why nothing; both null where none was typed. */
export type QuotedVoucher = {
  voucher: Voucher | null;
  refusal: { code: string; detail: Record<string, string | number> } | null;
};
