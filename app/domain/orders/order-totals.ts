import type { ProductTaxClass } from "~/domain/catalog/tax-class";
import { invariant } from "~/platform/invariant";
import { multiplyVnd, rateOfVnd, sumVnd, type Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { lineTax, rateFor, taxOf, type SaleTax } from "./sale-tax";

const LINE_QUANTITY_MAX = 999;
export const LINE_COUNT_MAX = 40;

export type OrderedQuantity = { productId: string; quantity: number };
export type OrderedQuantitiesCode = "cart_empty" | "too_many_lines" | "quantity_invalid";

function isLineQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= LINE_QUANTITY_MAX;
}

/**
 * What a buyer submitted, one line a product, in the order of first mention.
 * At most 40 products, 1-999 packs of each, counted after merging.
 */
export function mergeLines<Line extends OrderedQuantity>(
  lines: readonly Line[],
): Result<Line[], OrderedQuantitiesCode> {
  if (lines.length === 0) return fail("cart_empty");
  if (!lines.every((line) => isLineQuantity(line.quantity))) return fail("quantity_invalid");
  const merged = sumByProduct(lines);
  if (merged.length > LINE_COUNT_MAX) return fail("too_many_lines");
  if (!merged.every((line) => isLineQuantity(line.quantity))) return fail("quantity_invalid");
  return succeed(merged);
}

/**
 * What can be shown of a cart, which is a text that its owner may have changed: lines that are no quantity
 * are left out, more than 999 packs become 999, and only the first 40 products stay.
 */
export function readableLines<Line extends OrderedQuantity>(lines: readonly Line[]): Line[] {
  return sumByProduct(lines.filter((line) => isLineQuantity(line.quantity)))
    .slice(0, LINE_COUNT_MAX)
    .map((line) => ({ ...line, quantity: Math.min(line.quantity, LINE_QUANTITY_MAX) }));
}

/** What else a line says is as in the first mention of its product. */
function sumByProduct<Line extends OrderedQuantity>(lines: readonly Line[]): Line[] {
  const merged = new Map<string, Line>();
  for (const line of lines) {
    const first = merged.get(line.productId);
    const quantity = (first?.quantity ?? 0) + line.quantity;
    merged.set(line.productId, { ...(first ?? line), quantity });
  }
  return [...merged.values()];
}

export function lineTotalVnd(unitPriceVnd: Vnd, quantity: number): Vnd {
  invariant(isLineQuantity(quantity), `bad quantity: ${quantity}`);
  return multiplyVnd(unitPriceVnd, quantity);
}

export type TotalsInput = {
  lines: readonly { unitPriceVnd: Vnd; quantity: number; taxClass: ProductTaxClass }[];
  shippingVnd: Vnd;
  commissionBps: number;
  tax: SaleTax;
};
export type OrderTotals = {
  /** In the order of the input. */
  lines: ({ totalVnd: Vnd; commissionVnd: Vnd } & ReturnType<typeof lineTax>)[];
  itemsVnd: Vnd;
  shippingVnd: Vnd;
  totalVnd: Vnd;
  commissionVnd: Vnd;
  isTaxWithheld: boolean;
  shippingVatBps: number;
  shippingPitBps: number;
  /** Of the lines and the shipping. */
  vatVnd: Vnd;
  pitVnd: Vnd;
};

/**
 * What one household's order costs and what the marketplace keeps of it. Commission is taken of the goods
 * and not of the shipping, half up on each line, so that the lines always sum to the order's. So is the tax that is kept
 * back, and that of the shipping too, which the household is paid.
 */
export function orderTotals({ lines, shippingVnd, commissionBps, tax }: TotalsInput): OrderTotals {
  const priced = lines.map(({ unitPriceVnd, quantity, taxClass }) => {
    const totalVnd = lineTotalVnd(unitPriceVnd, quantity);
    const commissionVnd = rateOfVnd(totalVnd, commissionBps);
    return { totalVnd, commissionVnd, ...lineTax(tax, { taxClass, totalVnd }) };
  });
  const shippingRate = rateFor(tax, "transport");
  const taxed = [...priced, taxOf(shippingVnd, shippingRate)];
  const itemsVnd = sumVnd(priced.map((line) => line.totalVnd));
  return {
    lines: priced,
    itemsVnd,
    shippingVnd,
    totalVnd: sumVnd([itemsVnd, shippingVnd]),
    commissionVnd: sumVnd(priced.map((line) => line.commissionVnd)),
    isTaxWithheld: tax !== null,
    shippingVatBps: shippingRate.vatBps,
    shippingPitBps: shippingRate.pitBps,
    vatVnd: sumVnd(taxed.map((part) => part.vatVnd)),
    pitVnd: sumVnd(taxed.map((part) => part.pitVnd)),
  };
}

export type Amounts = { itemsVnd: Vnd; shippingVnd: Vnd; totalVnd: Vnd };

/** What a checkout costs: the sum of its households' orders, to the đồng. */
export function checkoutTotals(
  orders: readonly Pick<Amounts, "itemsVnd" | "shippingVnd">[],
): Amounts {
  const itemsVnd = sumVnd(orders.map((order) => order.itemsVnd));
  const shippingVnd = sumVnd(orders.map((order) => order.shippingVnd));
  return { itemsVnd, shippingVnd, totalVnd: sumVnd([itemsVnd, shippingVnd]) };
}
