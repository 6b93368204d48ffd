import { localDateOf, type LocalDate } from "~/platform/period";

/** A product with a confirmed recognition of three stars or more, in the commune of its household. */
export type RecognisedProduct = {
  productId: string;
  communeCode: string;
  /** Days on which one of its recognitions was valid: the first of each, and the first after it. */
  spans: { from: LocalDate; until: LocalDate }[];
  /** When it came to be shown to buyers, or was not any more, the oldest first; milliseconds. */
  moves: { at: number; isOnSale: boolean }[];
};

/** Of these products how many had a valid recognition at a moment, and how many of those were shown to buyers. */
export function countRecognisedAt(
  products: readonly RecognisedProduct[],
  at: number,
): { recognisedCount: number; onSaleCount: number } {
  const day = localDateOf(at);
  const valid = products.filter(({ spans }) =>
    spans.some(({ from, until }) => from <= day && day < until),
  );
  const onSale = valid.filter(({ moves }) => moves.findLast((move) => move.at <= at)?.isOnSale);
  return { recognisedCount: valid.length, onSaleCount: onSale.length };
}
