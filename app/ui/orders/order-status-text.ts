import type { CheckoutOrderView } from "~/domain/orders/types";
import type { Translate } from "~/web/i18n";

/** How an order stands, as its buyer says it: what they gave up before paying did not run out by itself. */
export function orderStatusText(
  t: Translate,
  { status, statusBy }: Pick<CheckoutOrderView, "status" | "statusBy">,
): string {
  const isGivenUp = status === "expired" && statusBy === "buyer";
  return t(`orders.status_${isGivenUp ? "cancelled" : status}`);
}
