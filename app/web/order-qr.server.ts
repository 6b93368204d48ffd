import type { LoaderFunctionArgs } from "@remix-run/node";
import { isCheckoutKey } from "~/domain/orders/checkout-key.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { findPayment } from "~/domain/payments/queries.server";
import { drawVietQrSvg } from "~/domain/payments/vietqr-svg.server";
import { formatVnd } from "~/platform/money";
import { notFound } from "./http-errors";
import { translatorFor } from "./i18n";

/** For whoever has the order's secret link, and nobody's cache. */
export const ORDER_QR_HEADERS = {
  "Cache-Control": "private, no-store",
  "Referrer-Policy": "no-referrer",
} as const;

/** The QR of what is still to be paid, as SVG; throws 404 when nothing is, or the key is not the order's. */
export async function drawOrderQr({
  params,
  request,
}: Pick<LoaderFunctionArgs, "params" | "request">): Promise<string> {
  const code = params["orderCode"] ?? "";
  if (!isCheckoutKey(code, new URL(request.url).searchParams.get("key") ?? "")) throw notFound();
  const checkout = await findCheckout(code);
  const payment = checkout && (await findPayment(checkout.id));
  if (!checkout || !payment?.vietQrPayload) throw notFound();
  const t = translatorFor(checkout.language);
  const amount = formatVnd(payment.remainingVnd, checkout.language);
  return drawVietQrSvg({
    value: payment.vietQrPayload,
    title: t("payments.qrAlt", { amount, memo: payment.memo }),
  });
}
