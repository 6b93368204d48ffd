import type { MetaDescriptor } from "@remix-run/react";
import type { ProductPage } from "~/domain/catalog/types";
import { formatVnd } from "~/platform/money";
import { paths } from "~/web/paths";
import { trailTo } from "./breadcrumbs";
import { breadcrumbJsonLd, jsonLdMeta, type JsonLdSite } from "./json-ld";
import { productJsonLd, type ProductExtras } from "./product-json-ld";
import { MAIN_PHOTO_SIZES, photoSourceSet } from "./product-picture";
import { drawingOf } from "./drawing-variants";
import { publicMeta, siteOf } from "./store-meta";

type Page = {
  product: ProductPage;
  cardPath: string;
  shippingVnd: ProductExtras["shipping"];
  voices: ProductExtras["voices"];
};

/** What search engines and message apps are told of a product's page. */
export function productPageMeta(
  matches: Parameters<typeof siteOf>[0],
  { product, cardPath, shippingVnd, voices }: Page,
): MetaDescriptor[] {
  const site = siteOf(matches);
  const { name, slug, ocopSet } = product;
  const page = { name, href: paths.product(site.language, slug) };
  const trail = [...trailTo(site.t, site.language, { set: ocopSet }), page];
  return [
    preloadPicture(product),
    ...publicMeta(matches, {
      title: name,
      by: product.seller.name,
      description: `${product.packLabel}. ${product.description}`,
      path: `/products/${slug}`,
      type: "product",
      picture: { path: cardPath, alt: cardAlt(product, site) },
    }),
    { property: "product:price:amount", content: String(product.priceVnd) },
    { property: "product:price:currency", content: "VND" },
    {
      property: "product:availability",
      content: product.isAvailable ? "in stock" : "out of stock",
    },
    jsonLdMeta(
      productJsonLd(product, site, { cardPath, shipping: shippingVnd, voices }),
      breadcrumbJsonLd(site, trail),
    ),
  ];
}

/** The picture that leads the page: asked for before the rest of the page has come. */
function preloadPicture({ photos: [first], ocopSet, slug }: ProductPage): MetaDescriptor {
  const picture = { tagName: "link", rel: "preload", as: "image", fetchpriority: "high" };
  if (!first) return { ...picture, href: paths.setPicture(drawingOf({ ocopSet, slug })) };
  return {
    ...picture,
    type: "image/avif",
    imageSrcSet: photoSourceSet(first, "avif"),
    imageSizes: MAIN_PHOTO_SIZES,
  };
}

/** What the drawn picture says, for who does not see it. */
function cardAlt(product: ProductPage, { t, language }: JsonLdSite): string {
  return t("site.productCardAlt", {
    name: product.name,
    pack: product.packLabel,
    price: formatVnd(product.priceVnd, language),
    seller: product.seller.name,
    commune: product.communeName,
  });
}
