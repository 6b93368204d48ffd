import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawOrderQr, ORDER_QR_HEADERS } from "~/web/order-qr.server";

/** The QR that the order's page shows. */
export async function loader(args: LoaderFunctionArgs) {
  const picture = await drawOrderQr(args);
  return new Response(picture, {
    headers: { ...ORDER_QR_HEADERS, "Content-Type": "image/svg+xml" },
  });
}
