import { DATA_FILES, fileNameOf } from "~/domain/opendata/data-files";

/** Files of open data and of its catalogue, in each language. */
const DATA = ["catalog.jsonld", ...DATA_FILES.map((file) => `data/${fileNameOf(file)}`)];

/** The parameters that each public page reads; whatever else an address carries is none of its business. */
const READ_BY: readonly (readonly [path: string, parameters: readonly string[]])[] = [
  ["/", []],
  ["/products", ["q", "group", "set", "stars", "commune", "price", "season", "stock", "page"]],
  ["/products/*", []],
  ["/products/*/reviews", ["page"]],
  ["/products/*/questions", ["page", "asked"]],
  ["/lots", ["code"]],
  ["/lots/*", []],
  ["/communes", []],
  ["/communes/*", ["page"]],
  ["/collections", []],
  ["/collections/*", ["page"]],
  ["/households/*", ["page"]],
  ["/ranking", []],
  ["/reviews", []],
  ["/shipping", []],
  ["/feed.xml", []],
  ["/sitemap.xml", []],
  ["/offline", []],
  ["/offline/listing", []],
  ["/offline/sheets", []],
  ["/service-worker.js", []],
  ["/manifest.webmanifest", []],
  ["/statistics", []],
  ["/statistics/method", []],
  ["/statistics/breakdown.csv", []],
  ["/statistics/ranking", ["year", "to"]],
  ["/statistics/ranking.csv", ["year", "to"]],
  ["/statistics/data", []],
  ...DATA.map((name) => [`/statistics/${name}`, []] as const),
  ["/statistics/chart.svg", ["kind", "size"]],
  ["/statistics/map.svg", ["size"]],
];

// A slug or a code has no dot; what has one, such as the suggestions while typing, is a file of its own.
const PAGES = READ_BY.map(([path, parameters]) => {
  const pattern = path === "/" ? "/?" : path.replaceAll(".", "\\.").replaceAll("*", "[^/.]+");
  return { pattern: new RegExp(`^(?:/(?:en|km|hmn))?${pattern}$`), parameters };
});

/** Whether a public address is one of a file of open data. */
export function isDataFile(address: string): boolean {
  return DATA.some((name) => address.endsWith(`/statistics/${name}`));
}

/**
 * The one address under which a public page is kept and made: only with the parameters that it reads, in their order.
 * So a link that a message app or an advertisement has marked does not make a page of its own, and what it was marked
 * with is on nobody's page. Null for what is no public page, the same for every guest.
 */
export function publicAddress(url: string): string | null {
  const [path = "", query] = url.split(/\?(.*)/s);
  const page = PAGES.find(({ pattern }) => pattern.test(path));
  if (!page) return null;
  if (query === undefined || page.parameters.length === 0) return path;
  const asked = new URLSearchParams(query);
  const read = new URLSearchParams();
  for (const name of page.parameters) {
    const value = asked.get(name);
    if (value !== null) read.set(name, value);
  }
  return read.size === 0 ? path : `${path}?${read.toString()}`;
}
