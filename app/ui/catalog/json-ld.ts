import type { MetaDescriptor } from "@remix-run/react";
import type { PublicHousehold } from "~/domain/households/types-public";
import type { Language } from "~/platform/language";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";
import { inLanguage } from "~/web/with-query";
import type { Crumb } from "./breadcrumbs";

/** What search engines read of a page, by schema.org. Nothing stands here that the page does not say. */

export type JsonLd = Record<string, unknown>;
export type JsonLdSite = { origin: string; language: Language; t: Translate };

/** The page's things in one script; Remix escapes what would end it. */
export function jsonLdMeta(...things: readonly (JsonLd | null)[]): MetaDescriptor {
  const graph = things.filter((thing) => thing !== null);
  return {
    "script:ld+json": { "@context": "https://schema.org", "@graph": graph },
  } as MetaDescriptor;
}

/** The shop itself and its search. */
export function siteJsonLd({ origin, language, t }: JsonLdSite): JsonLd[] {
  const home = origin + paths.home(language);
  const organization = {
    "@type": "Organization",
    "@id": `${origin}/#organization`,
    name: t("common.appName"),
    url: origin + paths.home("vi"),
    logo: { "@type": "ImageObject", url: `${origin}/icons/icon-512.png`, width: 512, height: 512 },
  };
  return [
    organization,
    {
      "@type": "WebSite",
      "@id": `${home}#website`,
      name: t("common.appName"),
      url: home,
      inLanguage: language,
      publisher: { "@id": organization["@id"] },
      potentialAction: {
        "@type": "SearchAction",
        target: {
          "@type": "EntryPoint",
          urlTemplate: `${origin}${paths.products(language)}?q={search_term_string}`,
        },
        "query-input": "required name=search_term_string",
      },
    },
  ];
}

/** @param trail the pages above and, last, the page itself */
export function breadcrumbJsonLd(site: JsonLdSite, trail: readonly Crumb[]): JsonLd {
  return {
    "@type": "BreadcrumbList",
    itemListElement: trail.map(({ name, href }, i) => ({
      "@type": "ListItem",
      position: i + 1,
      name,
      item: site.origin + href,
    })),
  };
}

/** The products of a list in its order, each by its own page; null for an empty one. */
export function listJsonLd(
  site: JsonLdSite,
  list: { name: string; cards: readonly { slug: string; name: string }[] },
): JsonLd | null {
  if (list.cards.length === 0) return null;
  return {
    "@type": "ItemList",
    name: list.name,
    numberOfItems: list.cards.length,
    itemListElement: list.cards.map((card, i) => ({
      "@type": "ListItem",
      position: i + 1,
      name: card.name,
      url: site.origin + paths.product(site.language, card.slug),
    })),
  };
}

/** Who sells: no shop one walks into, so an organization; the commune is its address, the house is nobody's business. */
export function householdJsonLd(site: JsonLdSite, household: PublicHousehold): JsonLd {
  return {
    "@type": "Organization",
    name: household.name,
    url: site.origin + inLanguage(site.language, `/households/${household.slug}`),
    ...(household.story === "" ? {} : { description: household.story }),
    address: {
      "@type": "PostalAddress",
      addressLocality: household.communeName,
      addressRegion: household.provinceName,
      addressCountry: "VN",
    },
  };
}
