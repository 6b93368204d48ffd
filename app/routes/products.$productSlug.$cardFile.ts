import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { cardVersion } from "~/domain/catalog/card-version.server";
import { pictureFactsOf } from "~/domain/catalog/picture-facts";
import { findProduct, whereProductIs } from "~/domain/catalog/queries-product.server";
import { ourLettering, readCardArtwork } from "~/platform/artwork.server";
import { cardFile } from "~/platform/card-file.server";
import { encodePicture } from "~/platform/encode-picture.server";
import { drawingOf } from "~/ui/catalog/drawing-variants";
import { drawingFile, drawVariant } from "~/ui/catalog/picture-sheet";
import { productCardSvg } from "~/ui/catalog/product-card-svg";
import { cardResponse, readCardVersion } from "~/web/card-response";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** `card.<version>.jpg`: what message apps show of a product. Another version than today's leads to today's. */
export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params["productSlug"] ?? "";
  const language = languageOf(args, null);
  const asked = readCardVersion(args.params["cardFile"] ?? "");
  if (asked === null) throw notFound();
  const product = await findProduct(slug, language);
  if (!product) {
    const where = await whereProductIs(slug);
    if (where?.kind !== "moved") throw notFound();
    throw redirect(paths.productCard(language, where.slug, asked));
  }
  const facts = pictureFactsOf(product);
  const version = cardVersion(facts, language);
  if (asked !== version) throw redirect(paths.productCard(language, slug, version));
  const card = await cardFile({
    version,
    photo: facts.photo,
    draw: async (photo) => {
      const shown = drawingOf(facts);
      const art = await readCardArtwork(drawingFile(shown.drawing));
      const drawing = drawVariant(art.drawing, shown);
      const artwork = { ...art, drawing, photo };
      return encodePicture(productCardSvg(facts, { language, lettering: ourLettering(), artwork }));
    },
  });
  return cardResponse(card);
}
