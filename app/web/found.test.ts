import { describe, expect, it } from "vitest";
import { robotsText } from "./robots";
import { sitemapIndex, sitemapPart } from "./sitemap";
import { escapeXml } from "./xml";

/** As Google reads it: `*` is anything, `$` the end, the beginning must fit. */
function isClosed(robots: string, path: string): boolean {
  return [...robots.matchAll(/^Disallow: (.+)$/gm)].some(([, rule = ""]) => {
    const pattern = rule.replaceAll(/[.+?^{}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*");
    return new RegExp(`^${pattern}`).test(path);
  });
}

describe("robots.txt", () => {
  const robots = robotsText({ isDemo: false, origin: "https://cho.example" });

  it.each([
    "/",
    "/en",
    "/products",
    "/products?group=food",
    "/en/products?set=4",
    "/products?page=2",
    "/products/mat-ong",
    "/households/htx-lung-cu",
    "/en/households/htx-lung-cu",
    "/statistics",
    "/sitemap.xml",
    "/feed.xml",
    "/register",
  ])("lets crawlers read %s", (path) => {
    expect(isClosed(robots, path)).toBe(false);
  });

  it.each([
    "/household",
    "/household/products",
    "/department/approvals",
    "/account",
    "/agent",
    "/cart",
    "/en/cart",
    "/cart/items",
    "/checkout?x=1",
    "/en/orders/UQ2345678?key=x",
    "/webhooks/bank/sepay",
    "/sign-in?next=%2F",
    "/products?q=che",
    "/en/products?q=che",
    "/products?group=food&stars=4",
    "/products?commune=00769&page=2",
    "/products?price=up_to_50",
  ])("keeps them out of %s", (path) => {
    expect(isClosed(robots, path)).toBe(true);
  });

  it("names the sitemap by its whole address, and in the demo nothing at all is open", () => {
    expect(robots).toContain("\nSitemap: https://cho.example/sitemap.xml\n");
    const demo = robotsText({ isDemo: true, origin: "https://cho.example" });
    expect(isClosed(demo, "/")).toBe(true);
    expect(isClosed(demo, "/products/mat-ong")).toBe(true);
    expect(demo).not.toContain("Sitemap");
  });
});

it("the sitemap gives each page once a language, each with all of them", () => {
  const xml = sitemapPart("https://cho.example", [
    { path: "/products?set=4&x=<", changedOn: "2026-11-20" },
  ]);
  expect(xml.match(/<url>/g)).toHaveLength(2);
  expect(
    xml.match(/hreflang="vi" href="https:\/\/cho.example\/products\?set=4&amp;x=&lt;"/g),
  ).toHaveLength(2);
  expect(xml.match(/hreflang="en" href="https:\/\/cho.example\/en\/products/g)).toHaveLength(2);
  expect(xml.match(/hreflang="x-default"/g)).toHaveLength(2);
  expect(xml.match(/<lastmod>2026-11-20<\/lastmod>/g)).toHaveLength(2);
  expect(sitemapIndex("https://cho.example", ["/sitemaps/pages-1.xml"])).toContain(
    "<loc>https://cho.example/sitemaps/pages-1.xml</loc>",
  );
});

it("XML holds whatever a household types", () => {
  expect(escapeXml(`a<b> & "c" 'd'`)).toBe("a&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;");
  expect(escapeXml("a\u0000b\u000Bc\uD800d\uFFFFe🍵")).toBe("abcde🍵");
});
