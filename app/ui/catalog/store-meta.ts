import { isRouteErrorResponse, type MetaDescriptor } from "@remix-run/react";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "~/platform/language";
import { translatorFor, type Translate } from "~/web/i18n";
import { describeStatus } from "~/web/describe-status";
import { inLanguage } from "~/web/paths";

type Matches = readonly ({ id: string; data?: unknown } | undefined)[];

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

/**
 * Title, description, canonical address and what a message app shows of a public page.
 * @param page `path` is as routed, without the language; `image` is a path of ours
 */
export function publicMeta(
  matches: Matches,
  page: { title: string; description?: string; path: string; image?: string },
): MetaDescriptor[] {
  const { language, t, origin } = siteOf(matches);
  const address = origin + inLanguage(language, page.path);
  const description = page.description?.replaceAll(/\s+/g, " ").slice(0, 160);
  return [
    { title: `${page.title} · ${t("common.appName")}` },
    { tagName: "link", rel: "canonical", href: address },
    { property: "og:title", content: page.title },
    { property: "og:url", content: address },
    ...(description
      ? [
          { name: "description", content: description },
          { property: "og:description", content: description },
        ]
      : []),
    ...(page.image ? [{ property: "og:image", content: origin + page.image }] : []),
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
