import type { LoaderFunctionArgs } from "@remix-run/node";
import { encodeQrPicture } from "~/platform/encode-picture.server";
import { drawOrderQr, ORDER_QR_HEADERS } from "~/web/order-qr.server";

/** The same as a picture that a phone keeps among its photos, where a bank's app reads it. */
export async function loader(args: LoaderFunctionArgs) {
  const picture = await encodeQrPicture(await drawOrderQr(args));
  return new Response(picture, { headers: { ...ORDER_QR_HEADERS, "Content-Type": "image/png" } });
}
