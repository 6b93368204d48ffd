import { paths } from "./paths";

/** Addresses that are one person's or nobody's business, in either language. */
const PRIVATE = [
  "/account",
  "/household",
  "/agent",
  "/department",
  "/cart",
  "/checkout",
  "/orders",
  "/o/",
  "/contracts",
  "/preorders",
  "/simulator",
  "/sign-in",
  "/sign-up",
  "/sign-out",
  "/webhooks",
  "/offline",
];

/**
 * Lists with more than one choice, searches, and the choices that no search engine need know (`indexed-lists.ts`):
 * millions of addresses over the same products.
 */
const ENDLESS = [
  "/*?*&",
  "/*?q=",
  "/*?stars=",
  "/*?commune=",
  "/*?price=",
  "/*?season=",
  "/*?stock=",
];

/**
 * What crawlers may read. The demo shuts them out: its people, prices and certificates are samples, and one that
 * is found by a search would be taken for true. (There each answer says `noindex` besides, for who comes by a link.)
 */
export function robotsText({ isDemo, origin }: { isDemo: boolean; origin: string }): string {
  if (isDemo) return "User-agent: *\nDisallow: /\n";
  const closed = PRIVATE.flatMap((path) => [path, `/en${path}`])
    // `/household` must not close `/households`, the public pages.
    .flatMap((path) => [`${path}$`, `${path}/`, `${path}?`]);
  return [
    "User-agent: *",
    ...[...closed, ...ENDLESS].map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${origin}${paths.sitemap()}`,
    "",
  ].join("\n");
}
