import type { LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { newProductFormOn, type NewProductForm } from "./forms";
import { nextScreen, packIn, type Answered, type ListingWords } from "./listing-answers";
import type { Season } from "./season";

export type ListedProduct = {
  product: NewProductForm;
  /** The months in which it is harvested; null: it is there now. */
  season: Season | null;
};

/**
 * The product that a draft's answers make, by the same rules as one that comes in another way. Fails with the first
 * code of the form, such as a day that has passed since it was answered.
 */
export function productOf(
  answered: Answered,
  { productId, words, today }: { productId: string; words: ListingWords; today: LocalDate },
): Result<ListedProduct, string> {
  const { kind, name, weight, price, stock } = answered;
  const pack = packIn(answered);
  if (nextScreen(answered) !== null || !kind || !name || !pack || !price || !stock) {
    return fail("listing_incomplete");
  }
  const told = stock.value;
  const lot =
    told.kind === "now"
      ? { stockCount: String(told.stockCount), madeOn: told.madeOn, expiresOn: told.expiresOn }
      : { stockCount: "0", madeOn: today, expiresOn: null };
  const read = newProductFormOn(today).safeParse({
    productId,
    name: name.value,
    ocopSet: String(kind.value),
    description: words.description,
    taxClass: words.taxClass,
    packLabel: pack.label,
    contentQuantity: String(pack.contentQuantity),
    contentUnit: pack.contentUnit,
    weightGrams: weight === undefined ? undefined : String(weight.value),
    priceVnd: String(price.value),
    ...lot,
    expiresOn: lot.expiresOn ?? undefined,
  });
  if (!read.success) return fail(read.error.issues[0]?.message ?? "unexpected");
  const { productId: _known, ...product } = read.data;
  const season =
    told.kind === "season" ? { fromMonth: told.fromMonth, toMonth: told.toMonth } : null;
  return succeed({ product, season });
}

/** A description of the bare facts, in Vietnamese, for who would rather not write one. */
export function plainDescription(of: {
  name: string;
  packLabel: string;
  householdName: string;
  communeName: string;
}): string {
  return `${of.name} của ${of.householdName}, ${of.communeName}. Quy cách: ${of.packLabel}.`;
}
