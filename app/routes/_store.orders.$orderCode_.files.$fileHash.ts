import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findCheckout } from "~/domain/orders/queries.server";
import { mayClaim } from "~/domain/payments/may-claim";
import { findPayment } from "~/domain/payments/queries.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import type { DoorArgs } from "~/web/guard.server";
import { notFound, orNotFound, tooManyRequests } from "~/web/http-errors";
import { acting, checkoutOf } from "~/web/link-key.server";
import { partedFile, takePart, tellReceived } from "~/web/parts-door.server";

// Some 60 MB: twenty photos as large as a phone makes them.
const perNetwork = createRateLimit({ limit: 2_000, windowMs: HOUR_MS });

/** How much of the photo of a transfer is here: `tellReceived`. */
export async function loader(args: LoaderFunctionArgs) {
  return tellReceived(await fileOf(args));
}

/** One part more: `takePart`. */
export async function action(args: ActionFunctionArgs) {
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  return takePart(args.request, await fileOf(args));
}

/** Whoever has the key of an order whose transfer is awaited may send it; it belongs to the order. */
async function fileOf(args: DoorArgs) {
  const { code } = await acting(checkoutOf(args));
  const { id } = orNotFound(await findCheckout(code));
  const payment = await findPayment(id);
  if (!payment || !mayClaim(payment)) throw notFound();
  return partedFile(args.params["fileHash"], id);
}
