import { DEFAULT_LANGUAGE } from "~/platform/language";
import { OFFERED_LANGUAGES } from "./i18n";
import { inLanguage } from "./with-query";
import { escapeXml } from "./xml";

/** A page in all its languages. */
export type SitemapPage = {
  /** As routed, without language. */
  path: string;
  /** `YYYY-MM-DD`, where it is known when the page last said something else. */
  changedOn?: string;
};

/** One file of the sitemap: each page once a language, each entry with the page in every language. */
export function sitemapPart(origin: string, pages: readonly SitemapPage[]): string {
  const entries = pages.flatMap(({ path, changedOn }) => {
    const links = [
      ...OFFERED_LANGUAGES.map((one) => [one, one] as const),
      ["x-default", DEFAULT_LANGUAGE] as const,
    ]
      .map(([hreflang, language]) => {
        const href = escapeXml(origin + inLanguage(language, path));
        return `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`;
      })
      .join("");
    const changed = changedOn === undefined ? "" : `<lastmod>${changedOn}</lastmod>`;
    return OFFERED_LANGUAGES.map(
      (language) =>
        `<url><loc>${escapeXml(origin + inLanguage(language, path))}</loc>${changed}${links}</url>`,
    );
  });
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join("\n")}\n</urlset>\n`;
}

/** The file that names the parts. */
export function sitemapIndex(origin: string, paths: readonly string[]): string {
  const entries = paths.map((path) => `<sitemap><loc>${escapeXml(origin + path)}</loc></sitemap>`);
  return `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</sitemapindex>\n`;
}
