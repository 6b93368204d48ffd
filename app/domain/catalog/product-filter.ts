import { CERTIFIED_STARS } from "~/domain/certificates/certificate-levels";
import { PRICE_BANDS } from "./price-bands";
import { isOcopSet, OCOP_GROUPS } from "./ocop-sets";
import type { ProductFilter } from "./types";

const PAGE_MAX = 100_000;

/** What the address of a list asks for; anything it cannot mean is left out, so that a shared link never fails. */
export function readProductFilter(query: URLSearchParams): { filter: ProductFilter; page: number } {
  const text = (query.get("q") ?? "").trim().slice(0, 100);
  const group = OCOP_GROUPS.find((one) => one.code === query.get("group"))?.code;
  const set = wholeNumber(query.get("set"));
  const stars = CERTIFIED_STARS.find((one) => String(one) === query.get("stars"));
  const communeCode = /^\d{5}$/.exec(query.get("commune") ?? "")?.[0];
  const price = PRICE_BANDS.find((band) => band.code === query.get("price"))?.code;
  const page = wholeNumber(query.get("page"));
  return {
    filter: {
      ...(text === "" ? {} : { text }),
      ...(group ? { group } : {}),
      ...(set !== null && isOcopSet(set) ? { set } : {}),
      ...(stars ? { stars } : {}),
      ...(communeCode ? { communeCode } : {}),
      ...(price ? { price } : {}),
      ...(query.get("season") === "now" ? { inSeason: true } : {}),
      ...(query.get("stock") === "ready" ? { isReady: true } : {}),
    },
    page: page !== null && page >= 1 && page <= PAGE_MAX ? page : 1,
  };
}

/** The same as an address' query; page 1 is said by silence, so that each list has one address. */
export function writeProductFilter(
  filter: ProductFilter,
  page: number,
): Record<string, string | number | undefined> {
  return {
    q: filter.text,
    group: filter.group,
    set: filter.set,
    stars: filter.stars,
    commune: filter.communeCode,
    price: filter.price,
    season: filter.inSeason ? "now" : undefined,
    stock: filter.isReady ? "ready" : undefined,
    page: page === 1 ? undefined : page,
  };
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}
