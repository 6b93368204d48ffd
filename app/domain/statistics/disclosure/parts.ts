import type { OrdersSum, SalesSum } from "../indicator";

/** Sales of one seller in one month, in the finest cells that are kept. Đồng. */
export type SellerSales = SalesSum & { householdId: string; communeCode: string; stars: number };
/** Orders of one seller in one month; shipping without what was given back of it. Đồng. */
export type SellerOrders = OrdersSum & { householdId: string; communeCode: string };

/**
 * What one seller has in a sum. `size`, at least 0, counts and ranks the sellers; `net` is what goes into the figure.
 * They differ where something was given back: sold 100, kept 40.
 */
type Part = { size: number; net: number };
/** The sellers behind one sum, by household. */
export type Parts = ReadonlyMap<string, Part>;

export const NOBODY: Parts = new Map();

function partsOf<Row extends { householdId: string }>(
  rows: readonly Row[],
  partOf: (row: Row) => Part,
): Parts {
  const parts = new Map<string, Part>();
  for (const row of rows) addPart(parts, row.householdId, partOf(row));
  return parts;
}

function addPart(parts: Map<string, Part>, id: string, { size, net }: Part): void {
  const before = parts.get(id);
  parts.set(id, { size: (before?.size ?? 0) + size, net: (before?.net ?? 0) + net });
}

/** Sold, and what of it was kept. */
export function salesParts(rows: readonly SellerSales[]): Parts {
  return partsOf(rows, ({ itemsVnd, returnedVnd }) => ({
    size: itemsVnd,
    net: itemsVnd - returnedVnd,
  }));
}

export function returnedParts(rows: readonly SellerSales[]): Parts {
  return partsOf(rows, ({ returnedVnd }) => ({ size: returnedVnd, net: returnedVnd }));
}

/** Each who sold, once. */
export function sellerParts(sales: Parts): Parts {
  const sold = [...sales].filter(([, { size }]) => size > 0);
  return new Map(sold.map(([id]) => [id, { size: 1, net: 1 }]));
}

export function orderParts(rows: readonly SellerOrders[]): Parts {
  return partsOf(rows, ({ orderCount }) => ({ size: orderCount, net: orderCount }));
}

/** More shipping may have been given back in a month than was paid in it, so its size is what is left, either way. */
export function shippingParts(rows: readonly SellerOrders[]): Parts {
  const parts = partsOf(rows, ({ shippingVnd }) => ({ size: 0, net: shippingVnd }));
  return new Map(Array.from(parts, ([id, { net }]) => [id, { size: Math.abs(net), net }]));
}

/** The sellers behind several sums together. */
export function mergeParts(several: readonly Parts[]): Parts {
  const merged = new Map<string, Part>();
  for (const parts of several) for (const [id, part] of parts) addPart(merged, id, part);
  return merged;
}

/** By how much each seller's part of a sum became another; `size` is of that. */
export function changeOf(before: Parts, after: Parts): Parts {
  const changes = new Map<string, Part>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const net = (after.get(id)?.net ?? 0) - (before.get(id)?.net ?? 0);
    if (net !== 0) changes.set(id, { size: Math.abs(net), net });
  }
  return changes;
}

/** The figure that these parts add up to. */
export function netOf(parts: Parts): number {
  return sumOf(parts, ({ net }) => net);
}

export function sizeOf(parts: Parts): number {
  return sumOf(parts, ({ size }) => size);
}

function sumOf(parts: Parts, of: (part: Part) => number): number {
  let sum = 0;
  for (const part of parts.values()) sum += of(part);
  return sum;
}

export function sellerCountOf(parts: Parts): number {
  let count = 0;
  for (const { size } of parts.values()) if (size > 0) count += 1;
  return count;
}
