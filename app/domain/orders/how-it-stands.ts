import type { CheckoutView } from "./types";

/**
 * What somebody may see who knows the number and the buyer's phone: how each order stands, its parcel, and what is to be
 * paid. Each seller of a cart knows both, and what the others sold there is none of its business.
 */
export function howItStands(checkout: CheckoutView): CheckoutView {
  const orders = checkout.orders.map((order) => ({
    ...order,
    statusReason: null,
    itemsVnd: 0,
    shippingVnd: 0,
    totalVnd: 0,
    voucherVnd: 0,
    cashVnd: 0,
    proof: null,
    lineItems: [],
  }));
  return { ...checkout, note: "", orders };
}
