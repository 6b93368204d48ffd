import type { PublicHousehold } from "~/domain/households/types-public";
import type { PictureFacts, ProductPage } from "./types";
import type { HouseholdPictureFacts, SellerShelf } from "./types-places";

const PRODUCTS_NAMED = 3;
/** For a seller without goods: what most sell. */
const USUAL_SET = 1;

/** What of a product's page its drawn picture shows. */
export function pictureFactsOf(product: ProductPage): PictureFacts {
  const { slug, name, packLabel, priceVnd, ocopSet, communeName, isSample } = product;
  return {
    slug,
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

/** What of a seller's page its drawn picture shows. @param shelf its first page */
export function householdPictureFactsOf(
  household: PublicHousehold,
  { cards, total }: Pick<SellerShelf, "cards" | "total">,
): HouseholdPictureFacts {
  const { name, kind, communeName, provinceName, photo, isSample } = household;
  return {
    name,
    kind,
    communeName,
    provinceName,
    photo,
    drawn: { ocopSet: cards[0]?.ocopSet ?? USUAL_SET, slug: cards[0]?.slug ?? "" },
    productCount: total,
    productNames: cards.slice(0, PRODUCTS_NAMED).map((card) => card.name),
    isSample,
  };
}
