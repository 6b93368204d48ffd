import { localDateOf, type LocalDate } from "~/platform/period";

/** When it came to be so, or was not any more, the oldest first; milliseconds. */
type Moves = { at: number; isSo: boolean }[];

/** A product with a confirmed recognition of three stars or more, in the commune of its household. */
export type RecognisedProduct = {
  productId: string;
  communeCode: string;
  /** Days on which one of its recognitions was valid: the first of each, and the first after it. */
  spans: { from: LocalDate; until: LocalDate }[];
  /** Published. */
  published: Moves;
  /** Its household approved: neither suspended nor closed. */
  approved: Moves;
  /** Licences of its household to sell alcohol, each checked until it was not, valid before `until`; null: it needs none. */
  licences: { checked: Moves; until: LocalDate }[] | null;
};

/** Of these products how many had a valid recognition at a moment, and how many of those buyers could find. */
export function countRecognisedAt(
  products: readonly RecognisedProduct[],
  at: number,
): { recognisedCount: number; onSaleCount: number } {
  const day = localDateOf(at);
  const wasSo = (moves: Moves) => moves.findLast((move) => move.at <= at)?.isSo ?? false;
  const valid = products.filter(({ spans }) =>
    spans.some(({ from, until }) => from <= day && day < until),
  );
  const onSale = valid.filter(
    ({ published, approved, licences }) =>
      wasSo(published) &&
      wasSo(approved) &&
      (licences === null || licences.some(({ checked, until }) => wasSo(checked) && day < until)),
  );
  return { recognisedCount: valid.length, onSaleCount: onSale.length };
}
