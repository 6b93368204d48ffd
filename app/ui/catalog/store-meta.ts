import { isRouteErrorResponse, type MetaDescriptor } from "@remix-run/react";
import {
  COMPLETE_LANGUAGES,
  completeLanguageFor,
  DEFAULT_LANGUAGE,
  isLanguage,
  type Language,
} from "~/platform/language";
import { describeStatus } from "~/web/describe-status";
import { OFFERED_LANGUAGES, translatorFor, type Translate } from "~/web/i18n";
import { paths } from "~/web/paths";
import { inLanguage } from "~/web/with-query";

type Matches = readonly ({ id: string; data?: unknown } | undefined)[];

/** A picture of ours that a message app shows beside a link: a JPEG of 1200 x 630. */
export type SharedPicture = { path: string; alt: string };

export type PublicPage = {
  title: string;
  /** Who it is of, where titles alone would repeat: shown in the tab and in search results, not in message apps. */
  by?: string;
  description?: string;
  /** As routed, without the language. */
  path: string;
  /** By Open Graph; a plain page without it. */
  type?: "product";
  /** The shop's own where a page has none. */
  picture?: SharedPicture;
  /** False for what is open to everyone but nothing to be found by: searches, narrowed lists. */
  isIndexed?: boolean;
};

/** Width and height of a shared picture, as Facebook and Zalo ask for it. */
export const SHARED_PICTURE = { width: 1200, height: 630 } as const;

// Facebook knows these and no plain `en`.
const LOCALES = { vi: "vi_VN", en: "en_US" } as const;

/** The reader's language and texts, and the site's address, for a route's `meta`. */
export function siteOf(matches: Matches): { language: Language; t: Translate; origin: string } {
  const root = matches.find((match) => match?.id === "root")?.data;
  const { language, origin } = isRecord(root) ? root : {};
  const known = typeof language === "string" && isLanguage(language) ? language : DEFAULT_LANGUAGE;
  return {
    language: known,
    t: translatorFor(known),
    origin: typeof origin === "string" ? origin : "",
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Title, description, its one address, the same page in the other language, and what a message app shows of it. */
export function publicMeta(matches: Matches, page: PublicPage): MetaDescriptor[] {
  const { language, t, origin } = siteOf(matches);
  const address = origin + inLanguage(language, page.path);
  const description = page.description?.replaceAll(/\s+/g, " ").trim().slice(0, 160);
  const titles = [page.title, ...(page.by ? [page.by] : []), t("common.appName")];
  return [
    { title: titles.join(" · ") },
    { tagName: "link", rel: "canonical", href: address },
    ...(page.isIndexed === false
      ? [{ name: "robots", content: "noindex, follow" }]
      : languageLinks(origin, page.path)),
    ...(description ? [{ name: "description", content: description }] : []),
    { property: "og:type", content: page.type ?? "website" },
    { property: "og:site_name", content: t("common.appName") },
    { property: "og:title", content: page.title },
    { property: "og:url", content: address },
    ...(description ? [{ property: "og:description", content: description }] : []),
    ...COMPLETE_LANGUAGES.map((one) => ({
      property: one === completeLanguageFor(language) ? "og:locale" : "og:locale:alternate",
      content: LOCALES[one],
    })),
    ...pictureMeta(
      origin,
      page.picture ?? { path: paths.siteCard(language), alt: t("site.cardAlt") },
    ),
  ];
}

/** The page in each language; who reads another one gets the Vietnamese. */
function languageLinks(origin: string, path: string): MetaDescriptor[] {
  const link = (hrefLang: string, language: Language) => ({
    tagName: "link",
    rel: "alternate",
    hrefLang,
    href: origin + inLanguage(language, path),
  });
  return [...OFFERED_LANGUAGES.map((one) => link(one, one)), link("x-default", DEFAULT_LANGUAGE)];
}

function pictureMeta(origin: string, picture: SharedPicture): MetaDescriptor[] {
  return [
    { property: "og:image", content: origin + picture.path },
    { property: "og:image:type", content: "image/jpeg" },
    { property: "og:image:width", content: String(SHARED_PICTURE.width) },
    { property: "og:image:height", content: String(SHARED_PICTURE.height) },
    { property: "og:image:alt", content: picture.alt },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

/** Title of a page that is one person's own: not for search engines. */
export function privateMeta(matches: Matches, title: string): MetaDescriptor[] {
  const { t } = siteOf(matches);
  return [{ title: `${title} · ${t("common.appName")}` }, { name: "robots", content: "noindex" }];
}

/** Title of the page for a failure. */
export function failureMeta(matches: Matches, error: unknown): MetaDescriptor[] {
  const { t } = siteOf(matches);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return privateMeta(matches, describeStatus(t, status, "").title);
}
