import type { LoaderFunctionArgs } from "@remix-run/node";
import { isCheckoutKey } from "~/domain/identity/checkout-key.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { liveStateOf } from "~/domain/payments/buyer-stage";
import { findPayment } from "~/domain/payments/queries.server";
import { notFound } from "~/web/http-errors";

/** `{ state }`, a text that changes whenever the order's page would. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const code = params["orderCode"] ?? "";
  if (!isCheckoutKey(code, new URL(request.url).searchParams.get("key") ?? "")) throw notFound();
  const checkout = await findCheckout(code);
  const payment = checkout && (await findPayment(checkout.id));
  if (!checkout || !payment) throw notFound();
  return Response.json(
    { state: liveStateOf(checkout, payment) },
    { headers: { "Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer" } },
  );
}
