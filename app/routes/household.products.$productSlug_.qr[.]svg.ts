import type { LoaderFunctionArgs } from "@remix-run/node";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { drawQrSvg } from "~/platform/qr-svg.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

/** The QR of a price card: the public address of the product, which stays where it is whatever it is called later. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const product = await findOwnProduct(scope, args.params["productSlug"] ?? "");
  if (!product) throw notFound();
  const svg = drawQrSvg({
    value: new URL(paths.product("vi", product.slug), originOf(args.request)).href,
    title: translatorFor("vi")("stalls.productQr", { name: product.name }),
  });
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml; charset=utf-8" } });
}
