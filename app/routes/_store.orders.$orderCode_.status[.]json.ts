import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCheckout } from "~/domain/orders/queries.server";
import { liveStateOf } from "~/domain/payments/buyer-stage";
import { findPayment } from "~/domain/payments/queries.server";
import { notFound } from "~/web/http-errors";
import { checkoutOf } from "~/web/link-key.server";

/** `{ state }`, a text that changes whenever the order's page would. */
export async function loader(args: LoaderFunctionArgs) {
  const { code } = await checkoutOf(args);
  const checkout = await findCheckout(code);
  const payment = checkout && (await findPayment(checkout.id));
  if (!checkout || !payment) throw notFound();
  return Response.json(
    { state: liveStateOf(checkout, payment) },
    { headers: { "Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer" } },
  );
}
