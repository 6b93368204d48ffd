import type { LoaderFunctionArgs } from "@remix-run/node";
import { findOwnLot } from "~/domain/catalog/queries-own-lot.server";
import { drawQrSvg } from "~/platform/qr-svg.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

/** The QR of a label: the public address of the lot's page, which has to answer for years. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "lot.manage");
  const lot = await findOwnLot(scope, args.params["lotCode"] ?? "");
  if (!lot) throw notFound();
  const { code } = lot;
  const svg = drawQrSvg({
    value: new URL(paths.lot("vi", code), originOf(args.request)).href,
    title: translatorFor("vi")("lots.qrTitle", { code }),
  });
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml; charset=utf-8" } });
}
