import type { ProductPage } from "~/domain/catalog/types";
import type { ProductVoices, PublicReview } from "~/domain/reviews/types";
import { formatTenths } from "~/domain/reviews/rating";
import { translatorFor } from "~/web/i18n";
import { inLanguage, paths } from "~/web/paths";
import type { Language } from "~/platform/language";
import { photoWidthFor } from "./product-picture";

/** The picture that a message app or search engine shows of a product. */
export function productImage(product: Pick<ProductPage, "photos" | "ocopSet">): string {
  const [photo] = product.photos;
  return photo
    ? paths.photo(photo.id, photoWidthFor(photo, 800), "jpg")
    : paths.setPicture(product.ocopSet);
}

/** A product as search engines read it (schema.org): what its page shows and nothing else. */
export function productJsonLd(
  product: ProductPage,
  site: { origin: string; language: Language },
  { rating, reviews }: Pick<ProductVoices, "rating" | "reviews">,
): Record<string, string | object> {
  const nobody = translatorFor(site.language)("reviews.someBuyer");
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.name,
    description: product.description,
    image: site.origin + productImage(product),
    brand: { "@type": "Brand", name: product.seller.name },
    offers: {
      "@type": "Offer",
      price: product.priceVnd,
      priceCurrency: "VND",
      availability: `https://schema.org/${product.isAvailable ? "InStock" : "OutOfStock"}`,
      url: site.origin + inLanguage(site.language, `/products/${product.slug}`),
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
