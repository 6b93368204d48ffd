import type { MetaDescriptor } from "@remix-run/react";
import type { ProductPage } from "~/domain/catalog/types";
import { formatVnd } from "~/platform/money";
import { paths } from "~/web/paths";
import { trailTo } from "./breadcrumbs";
import { breadcrumbJsonLd, jsonLdMeta, type JsonLdSite } from "./json-ld";
import { productJsonLd, type ProductExtras } from "./product-json-ld";
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
