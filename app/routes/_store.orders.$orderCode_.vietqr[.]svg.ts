import type { LoaderFunctionArgs } from "@remix-run/node";
import { isCheckoutKey } from "~/domain/orders/checkout-key.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { findPayment } from "~/domain/payments/queries.server";
import { drawVietQrSvg } from "~/domain/payments/vietqr-svg.server";
import { formatVnd } from "~/platform/money";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

/** The QR of what is still to be paid; 404 when nothing is. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const code = params["orderCode"] ?? "";
  if (!isCheckoutKey(code, new URL(request.url).searchParams.get("key") ?? "")) throw notFound();
  const checkout = await findCheckout(code);
  const payment = checkout && (await findPayment(checkout.id));
  if (!checkout || !payment?.vietQrPayload) throw notFound();
  const t = translatorFor(checkout.language);
  const amount = formatVnd(payment.remainingVnd, checkout.language);
  const picture = drawVietQrSvg({
    value: payment.vietQrPayload,
    title: t("payments.qrAlt", { amount, memo: payment.memo }),
  });
  return new Response(picture, {
    headers: {
      "Content-Type": "image/svg+xml",
      "Cache-Control": "private, no-store",
      "Referrer-Policy": "no-referrer",
    },
  });
}
