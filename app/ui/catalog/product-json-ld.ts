import { isShippedTo, type ShippingZone } from "~/domain/fulfilment/shipping-zones";
import type { ProductPage } from "~/domain/catalog/types";
import type { ProductVoices, PublicReview } from "~/domain/reviews/types";
import { formatTenths } from "~/domain/reviews/rating";
import { paths } from "~/web/paths";
import type { JsonLd, JsonLdSite } from "./json-ld";
import { setName } from "./set-names";

export type ProductExtras = {
  /** What one pack costs to send, in đồng; null for what does not travel. */
  shipping: Record<ShippingZone, number> | null;
  /** The drawn picture, for a product without photos. */
  cardPath: string;
  voices: Pick<ProductVoices, "rating" | "reviews">;
};

/**
 * A product as search engines read it (schema.org; Google's "merchant listing"). Left out on purpose:
 * `priceValidUntil`, because nobody promises until when a price holds, and a return policy, because the seller and
 * the law decide case by case and no number of days would be true.
 */
export function productJsonLd(
  product: ProductPage,
  site: JsonLdSite,
  extras: ProductExtras,
): JsonLd {
  const { seller, certificate } = product;
  const { rating, reviews } = extras.voices;
  const nobody = site.t("reviews.someBuyer");
  return {
    "@type": "Product",
    sku: product.id,
    name: product.name,
    description: product.description,
    category: setName(site.t, product.ocopSet),
    image: imagesOf(product, site, extras.cardPath),
    brand: { "@type": "Brand", name: seller.name },
    ...(product.weightGrams > 0 ? { weight: grams(product.weightGrams) } : {}),
    ...(certificate ? { hasCertification: certificationOf(certificate, site) } : {}),
    offers: {
      "@type": "Offer",
      url: site.origin + paths.product(site.language, product.slug),
      price: product.priceVnd,
      priceCurrency: "VND",
      availability: `https://schema.org/${product.isAvailable ? "InStock" : "OutOfStock"}`,
      itemCondition: "https://schema.org/NewCondition",
      seller: {
        "@type": "Organization",
        name: seller.name,
        url: site.origin + paths.household(site.language, seller.slug),
      },
      ...(extras.shipping ? { shippingDetails: shippingOf(product, extras.shipping) } : {}),
    },
    ...(rating.averageTenths === null
      ? {}
      : {
          aggregateRating: {
            "@type": "AggregateRating",
            ratingValue: formatTenths(rating.averageTenths, "en"),
            reviewCount: rating.reviewCount,
          },
        }),
    ...(reviews.length === 0 ? {} : { review: reviews.map((one) => reviewJsonLd(one, nobody)) }),
  };
}

function reviewJsonLd(review: PublicReview, nobody: string) {
  return {
    "@type": "Review",
    author: { "@type": "Person", name: review.shownName ?? nobody },
    datePublished: review.writtenOn,
    reviewBody: review.text,
    reviewRating: { "@type": "Rating", ratingValue: review.stars },
  };
}

function imagesOf(product: ProductPage, site: JsonLdSite, cardPath: string): string[] {
  const photos = product.photos.map(({ id, widths }) =>
    paths.photo(id, Math.max(...widths), "jpg"),
  );
  return (photos.length > 0 ? photos : [cardPath]).map((path) => site.origin + path);
}

function grams(value: number): JsonLd {
  return { "@type": "QuantitativeValue", value, unitCode: "GRM" };
}

function certificationOf(certificate: NonNullable<ProductPage["certificate"]>, site: JsonLdSite) {
  return {
    "@type": "Certification",
    name: site.t("site.certification", { stars: certificate.stars }),
    certificationIdentification: certificate.decisionNumber,
    issuedBy: { "@type": "Organization", name: certificate.issuerName },
    datePublished: certificate.issuedOn,
    expires: certificate.expiresOn,
  };
}

/** One parcel with one pack, to the seller's province and, where the seller sends it so far, to the whole country. */
function shippingOf(
  { ocopSet, seller }: ProductPage,
  costs: Record<ShippingZone, number>,
): JsonLd[] {
  const details = (value: number, region: JsonLd) => ({
    "@type": "OfferShippingDetails",
    shippingRate: { "@type": "MonetaryAmount", value, currency: "VND" },
    shippingDestination: { "@type": "DefinedRegion", addressCountry: "VN", ...region },
  });
  const own = details(costs.in_province, { addressRegion: seller.provinceName });
  const isSentAnywhere = isShippedTo("elsewhere", ocopSet, seller.shippingRules.freshReach);
  return isSentAnywhere ? [details(costs.elsewhere, {}), own] : [own];
}
