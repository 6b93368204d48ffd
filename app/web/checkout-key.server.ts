import { isCheckoutKey } from "~/domain/identity/checkout-key.server";
import type { DoorArgs } from "./guard.server";
import { notFound } from "./http-errors";

/** The checkout of this address, opened by its key; 404 without. `order` is one of its orders, where the address names one. */
export function checkoutOf({ params, request }: DoorArgs) {
  const code = params["orderCode"] ?? "";
  const query = new URL(request.url).searchParams;
  const key = query.get("key") ?? "";
  if (!isCheckoutKey(code, key)) throw notFound();
  return { code, key, order: query.get("order") ?? "" };
}
