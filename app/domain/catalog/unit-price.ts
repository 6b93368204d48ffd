import { vnd, type Vnd } from "~/platform/money";
import { pieceWordIn } from "./piece-words";
import type { ContentUnit } from "./units";

/** What a price is compared by; the texts are `catalog.per_*`. */
export type ComparisonUnit = "kg" | "100g" | "litre" | "100ml" | "piece";
export type UnitPrice = {
  amountVnd: Vnd;
  per: ComparisonUnit;
  /** What the household calls a piece, in Vietnamese, where its label says that. */
  pieceWord?: string;
};

// Small packs (tea, spices, oils) are compared by the 100, as shops write them.
const SMALL_PACK_BELOW = 250;

/**
 * The price of a kilogram, 100 g, litre, 100 ml or piece, rounded half up to the đồng; null where the pack is
 * exactly that much and the figure would say the price twice.
 * @param contentQuantity at least 1, in `contentUnit`
 */
export function unitPriceOf(product: {
  priceVnd: number;
  contentQuantity: number;
  contentUnit: ContentUnit;
  packLabel: string;
}): UnitPrice | null {
  const { per, amount } = comparisonOf(product);
  if (product.contentQuantity === amount) return null;
  const content = BigInt(product.contentQuantity);
  // Exact: price x amount may pass 2^53.
  const doubled = 2n * BigInt(product.priceVnd) * BigInt(amount) + content;
  const pieceWord = per === "piece" ? pieceWordIn(product.packLabel) : null;
  const amountVnd = vnd(Number(doubled / (2n * content)));
  return { amountVnd, per, ...(pieceWord === null ? {} : { pieceWord }) };
}

export function comparisonOf(product: { contentQuantity: number; contentUnit: ContentUnit }): {
  per: ComparisonUnit;
  amount: number;
} {
  const isSmall = product.contentQuantity < SMALL_PACK_BELOW;
  switch (product.contentUnit) {
    case "g":
      return isSmall ? { per: "100g", amount: 100 } : { per: "kg", amount: 1_000 };
    case "ml":
      return isSmall ? { per: "100ml", amount: 100 } : { per: "litre", amount: 1_000 };
    case "piece":
      return { per: "piece", amount: 1 };
  }
}
