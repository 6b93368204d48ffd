import type { SortedRows } from "./sorted-rows";
import { orderParts, salesParts, type Parts, type SellerOrders, type SellerSales } from "./parts";

/** What the goods of a month are broken down by. */
export const DIMENSIONS = ["commune", "set", "stars", "method"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One cell of a breakdown with the sellers behind it; `orders` null where no order count is shown. */
export type FineCell = { code: string; sales: Parts; orders: Parts | null };

/** The cells with something in them, and those of the codes, by code. */
export function fineCellsOf(
  dimension: Dimension,
  { goods, countedOrders }: Pick<SortedRows, "goods" | "countedOrders">,
  alsoCodes: ReadonlySet<string> = new Set(),
): FineCell[] {
  const sales = byCode(goods, CODE_OF_SALES[dimension]);
  const codeOfOrder = CODE_OF_ORDERS[dimension];
  const orders = codeOfOrder && byCode(countedOrders, codeOfOrder);
  const codes = new Set([...sales.keys(), ...(orders?.keys() ?? []), ...alsoCodes]);
  codes.delete(ALL_CODES);
  return [...codes].toSorted().map((code) => ({
    code,
    sales: salesParts(sales.get(code) ?? []),
    orders: orders && orderParts(orders.get(code) ?? []),
  }));
}

const CODE_OF_SALES: Record<Dimension, (row: SellerSales) => string> = {
  commune: (row) => row.communeCode,
  set: (row) => String(row.ocopSet),
  stars: (row) => String(row.stars),
  method: (row) => row.method,
};
const CODE_OF_ORDERS: Record<Dimension, ((row: SellerOrders) => string) | null> = {
  commune: (row) => row.communeCode,
  set: null,
  stars: null,
  method: (row) => row.method,
};

function byCode<Row>(rows: readonly Row[], codeOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(codeOf(row));
    if (group) group.push(row);
    else groups.set(codeOf(row), [row]);
  }
  return groups;
}

/** In a key, the code of a dimension that is withheld as a whole. */
export const ALL_CODES = "*";

export function codesOfKeys(dimension: Dimension, keys: ReadonlySet<string>): Set<string> {
  const prefix = `${dimension}:`;
  const own = [...keys].filter((key) => key.startsWith(prefix));
  return new Set(own.map((key) => key.slice(prefix.length)));
}
