import type { PictureFacts, ProductPage } from "./types";

/** What of a product's page its drawn picture shows. */
export function pictureFactsOf(product: ProductPage): PictureFacts {
  const { name, packLabel, priceVnd, ocopSet, communeName, isSample } = product;
  return {
    name,
    packLabel,
    priceVnd,
    ocopSet,
    communeName,
    isSample,
    photo: product.photos[0] ?? null,
    stars: product.certificate?.stars ?? null,
    householdName: product.seller.name,
  };
}
