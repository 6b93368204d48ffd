import type { LoaderFunctionArgs } from "@remix-run/node";
import { readProofPhoto } from "~/domain/fulfilment/read-proof-photo.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { acting, checkoutOf } from "~/web/link-key.server";
import { notFound } from "~/web/http-errors";
import { privatePicture } from "~/web/private-picture";

/** The photo of a hand-over, for whoever has the secret link of the order. */
export async function loader(args: LoaderFunctionArgs) {
  const checkout = await findCheckout((await acting(checkoutOf(args))).code);
  const order = checkout?.orders.find(({ code }) => code === args.params["subOrderCode"]);
  if (!order?.proof?.photo) throw notFound();
  return privatePicture(await readProofPhoto(order.proof.photo.id));
}
