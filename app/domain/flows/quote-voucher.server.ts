import { normalisePhone } from "~/domain/identity/phone";
import type { Quote } from "~/domain/orders/types";
import { findVoucher } from "~/domain/vouchers/queries-records.server";
import type { QuotedVoucher } from "~/domain/vouchers/quoted-voucher";
import { reader } from "~/platform/db.server";

/** What `placeCheckout` would take off for a code now, as far as it is typed; writes nothing. */
export async function quoteVoucher(
  typed: Readonly<Record<string, string>>,
  { itemsVnd, totalVnd }: Quote,
): Promise<QuotedVoucher> {
  const code = (typed["voucherCode"] ?? "").trim();
  if (code === "" || totalVnd === null) return { voucher: null, refusal: null };
  const buyerPhone = normalisePhone(typed["buyerPhone"] ?? "");
  const found = await findVoucher(reader(), { code, buyerPhone, itemsVnd, totalVnd });
  if (found.ok) return { voucher: found.value, refusal: null };
  return { voucher: null, refusal: { code: found.code, detail: found.detail ?? {} } };
}
