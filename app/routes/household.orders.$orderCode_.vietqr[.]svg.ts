import type { LoaderFunctionArgs } from "@remix-run/node";
import { findDoorQr } from "~/domain/payments/queries-door.server";
import { drawVietQrSvg } from "~/domain/payments/vietqr-svg.server";
import { formatVnd } from "~/platform/money";
import { languageOf, requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

/** The QR that a household shows at the door, 404 when nothing is to be taken there. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope, user } = await requirePermission(args, "order.fulfil");
  const qr = await findDoorQr(scope, args.params["orderCode"] ?? "");
  if (!qr) throw notFound();
  const language = languageOf(args, user);
  const amount = formatVnd(qr.amountVnd, language);
  const title = translatorFor(language)("payments.qrAlt", { amount, memo: qr.memo });
  return new Response(drawVietQrSvg({ value: qr.payload, title }), {
    headers: { "Content-Type": "image/svg+xml", "Cache-Control": "private, no-store" },
  });
}
