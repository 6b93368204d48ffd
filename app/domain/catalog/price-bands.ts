import type { Vnd } from "~/platform/money";

/** What a pack costs, in bands that a person chooses from; `upTo` in đồng is included, the last has no end. */
export const PRICE_BANDS = [
  { code: "up_to_50", upTo: 50_000 },
  { code: "50_to_100", upTo: 100_000 },
  { code: "100_to_200", upTo: 200_000 },
  { code: "200_to_500", upTo: 500_000 },
  { code: "over_500", upTo: Number.MAX_SAFE_INTEGER },
] as const;

export type PriceBand = (typeof PRICE_BANDS)[number]["code"];

/** The band of a price, as its place in `PRICE_BANDS`. */
export function priceBandOf(priceVnd: Vnd | number): number {
  return PRICE_BANDS.findIndex((band) => priceVnd <= band.upTo);
}
