import type { ProductPage } from "~/domain/catalog/types";
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

/** A product as search engines read it (schema.org). */
export function productJsonLd(
  product: ProductPage,
  site: { origin: string; language: Language },
): Record<string, string | object> {
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
  };
}
