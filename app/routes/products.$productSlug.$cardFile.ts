import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { cardVersion } from "~/domain/catalog/card-version.server";
import { pictureFactsOf } from "~/domain/catalog/picture-facts";
import { findProduct, whereProductIs } from "~/domain/catalog/queries-product.server";
import type { PictureFacts } from "~/domain/catalog/types";
import { ourLettering, readDrawing } from "~/platform/artwork.server";
import { encodePicture } from "~/platform/encode-picture.server";
import { createFileCache } from "~/platform/file-cache.server";
import type { Language } from "~/platform/language";
import { logger } from "~/platform/logger.server";
import { MissingUploadError, readUpload } from "~/platform/storage.server";
import { productCardSvg } from "~/ui/catalog/product-card-svg";
import { languageOf } from "~/web/guard.server";
import { notFound, serviceUnavailable } from "~/web/http-errors";
import { paths } from "~/web/paths";

const cards = createFileCache({ folder: "cards", filesMax: 2_000, waitingMax: 20 });

/** `card.<version>.jpg`: what message apps show of a product. Another version than today's leads to today's. */
export async function loader(args: LoaderFunctionArgs) {
  const { productSlug: slug = "", cardFile = "" } = args.params;
  const language = languageOf(args, null);
  const asked = /^card\.([0-9a-f]{12})\.jpg$/.exec(cardFile)?.[1];
  if (asked === undefined) throw notFound();
  const product = await findProduct(slug, language);
  if (!product) {
    const where = await whereProductIs(slug);
    if (where?.kind !== "moved") throw notFound();
    throw redirect(paths.productCard(language, where.slug, asked));
  }
  const facts = pictureFactsOf(product);
  const version = cardVersion(facts, language);
  if (asked !== version) throw redirect(paths.productCard(language, slug, version));
  const whole = await cards.get(`${version}.jpg`, () => draw(facts, language)).catch(whenNoPhoto);
  if (whole !== "no_photo") return answer(whole, "public, max-age=31536000, immutable");
  // Its file may come back, from a backup say: then this address shows it.
  const drawn = await cards.get(`${version}-drawn.jpg`, () => {
    logger.error("photo file missing", { photoId: facts.photo?.id, slug });
    return draw({ ...facts, photo: null }, language);
  });
  return answer(drawn, "public, max-age=3600");
}

function answer(picture: Uint8Array | "busy", cacheControl: string): Response {
  if (picture === "busy") throw serviceUnavailable();
  return new Response(new Uint8Array(picture), {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Length": String(picture.byteLength),
      "Cache-Control": cacheControl,
    },
  });
}

function whenNoPhoto(error: unknown): "no_photo" {
  if (error instanceof MissingUploadError) return "no_photo";
  throw error;
}

async function draw(facts: PictureFacts, language: Language): Promise<Uint8Array> {
  const { photo, ocopSet } = facts;
  const [logo, brocade, drawing] = await Promise.all(
    ["/logo.svg", "/brocade.svg", paths.setPicture(ocopSet)].map(readDrawing),
  );
  const artwork = {
    logo: logo ?? "",
    brocade: brocade ?? "",
    drawing: drawing ?? "",
    photo: photo && (await readUpload(`photos/${photo.id}/${Math.max(...photo.widths)}.jpg`)),
  };
  return encodePicture(productCardSvg(facts, { language, lettering: ourLettering(), artwork }));
}
