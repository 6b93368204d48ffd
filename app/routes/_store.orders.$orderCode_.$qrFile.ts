import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCheckout } from "~/domain/orders/queries.server";
import { findPayment } from "~/domain/payments/queries.server";
import { drawVietQrSvg } from "~/domain/payments/vietqr-svg.server";
import { encodeQrPicture } from "~/platform/encode-picture.server";
import { formatVnd } from "~/platform/money";
import { notFound } from "~/web/http-errors";
import { checkoutOf } from "~/web/link-key.server";
import { translatorFor } from "~/web/i18n";

/**
 * The QR of what is still to be paid, 404 when nothing is: `vietqr.svg`, which the order's page shows, and
 * `vietqr.png`, which a phone keeps among its photos, where a bank's app reads it.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { code } = await checkoutOf(args);
  const { qrFile } = args.params;
  const isPicture = qrFile === "vietqr.png";
  if (!isPicture && qrFile !== "vietqr.svg") throw notFound();
  const checkout = await findCheckout(code);
  const payment = checkout && (await findPayment(checkout.id));
  if (!checkout || !payment?.vietQrPayload) throw notFound();
  const t = translatorFor(checkout.language);
  const amount = formatVnd(payment.remainingVnd, checkout.language);
  const drawn = drawVietQrSvg({
    value: payment.vietQrPayload,
    title: t("payments.qrAlt", { amount, memo: payment.memo }),
  });
  return new Response(isPicture ? await encodeQrPicture(drawn) : drawn, {
    headers: {
      "Content-Type": isPicture ? "image/png" : "image/svg+xml",
      "Cache-Control": "private, no-store",
      "Referrer-Policy": "no-referrer",
    },
  });
}
