import type { LocalDate } from "~/platform/period";

/** What stood behind a month: one delivered order, or one return that was paid back in it. No word of a buyer. */
export type PeriodRecord = {
  kind: "sale" | "return";
  /** Of the order; of a return its own. */
  code: string;
  /** Of the order that a return belongs to. */
  orderCode: string;
  /** The day of delivery, or of paying back, in Vietnam. */
  on: LocalDate;
  householdId: string;
  communeCode: string;
  channel: string;
  /** As it was paid in the end. */
  method: string;
  shippingVnd: number;
  lines: readonly { ocopSet: number; stars: number; count: number; vnd: number }[];
};

/** A seller's part of one kind of goods in a month, as `monthly_sales` keeps it. */
export type SellerSales = {
  householdId: string;
  communeCode: string;
  ocopSet: number;
  stars: number;
  method: string;
  channel: string;
  itemsVnd: number;
  itemCount: number;
  lineCount: number;
  returnedVnd: number;
  returnedCount: number;
};

/** A seller's orders of one kind in a month, as `monthly_sellers` keeps them. */
export type SellerOrders = {
  householdId: string;
  communeCode: string;
  channel: string;
  method: string;
  orderCount: number;
  itemsVnd: number;
  shippingVnd: number;
  returnedVnd: number;
  returnedShippingVnd: number;
  returnCount: number;
};

export type MonthSums = { sales: Map<string, SellerSales>; orders: Map<string, SellerOrders> };

export function noSums(): MonthSums {
  return { sales: new Map(), orders: new Map() };
}

type OrdersKey = Pick<SellerOrders, "householdId" | "communeCode" | "channel" | "method">;

function keyOfOrders({ householdId, communeCode, channel, method }: OrdersKey): string {
  return `${householdId} ${communeCode} ${channel} ${method}`;
}

function keyOfSales(row: SellerSales): string {
  return `${keyOfOrders(row)} ${row.ocopSet} ${row.stars}`;
}

/** Counts a part of a seller's sales in. */
export function addSales({ sales }: MonthSums, row: SellerSales): void {
  const key = keyOfSales(row);
  const kept = sales.get(key);
  if (!kept) {
    sales.set(key, { ...row });
    return;
  }
  kept.itemsVnd += row.itemsVnd;
  kept.itemCount += row.itemCount;
  kept.lineCount += row.lineCount;
  kept.returnedVnd += row.returnedVnd;
  kept.returnedCount += row.returnedCount;
}

/** Counts a part of a seller's orders in. */
export function addOrders({ orders }: MonthSums, row: SellerOrders): void {
  const key = keyOfOrders(row);
  const kept = orders.get(key);
  if (!kept) {
    orders.set(key, { ...row });
    return;
  }
  kept.orderCount += row.orderCount;
  kept.itemsVnd += row.itemsVnd;
  kept.shippingVnd += row.shippingVnd;
  kept.returnedVnd += row.returnedVnd;
  kept.returnedShippingVnd += row.returnedShippingVnd;
  kept.returnCount += row.returnCount;
}

const NO_SALES = { itemsVnd: 0, itemCount: 0, lineCount: 0, returnedVnd: 0, returnedCount: 0 };
const NO_ORDERS = {
  orderCount: 0,
  itemsVnd: 0,
  shippingVnd: 0,
  returnedVnd: 0,
  returnedShippingVnd: 0,
  returnCount: 0,
};

/** Counts one record into the sums. */
export function addRecord(sums: MonthSums, record: PeriodRecord): void {
  const { kind, householdId, communeCode, channel, method, shippingVnd } = record;
  const isSale = kind === "sale";
  const key = keyOfOrders(record);
  const orders = sums.orders.get(key) ?? {
    householdId,
    communeCode,
    channel,
    method,
    ...NO_ORDERS,
  };
  sums.orders.set(key, orders);
  orders[isSale ? "orderCount" : "returnCount"] += 1;
  orders[isSale ? "shippingVnd" : "returnedShippingVnd"] += shippingVnd;
  for (const { ocopSet, stars, count, vnd } of record.lines) {
    const lineKey = `${key} ${ocopSet} ${stars}`;
    const sales = sums.sales.get(lineKey) ?? {
      householdId,
      communeCode,
      ocopSet,
      stars,
      method,
      channel,
      ...NO_SALES,
    };
    sums.sales.set(lineKey, sales);
    if (isSale) sales.lineCount += 1;
    sales[isSale ? "itemCount" : "returnedCount"] += count;
    sales[isSale ? "itemsVnd" : "returnedVnd"] += vnd;
    orders[isSale ? "itemsVnd" : "returnedVnd"] += vnd;
  }
}

/** Whether two months were made of the same, row by row. */
export function areSameSums(a: MonthSums, b: MonthSums): boolean {
  return areSameRows(a.sales, b.sales) && areSameRows(a.orders, b.orders);
}

function areSameRows(
  a: ReadonlyMap<string, SellerSales | SellerOrders>,
  b: ReadonlyMap<string, SellerSales | SellerOrders>,
): boolean {
  if (a.size !== b.size) return false;
  for (const [key, row] of a) {
    const other = b.get(key);
    if (!other || !isSameRow(row, other)) return false;
  }
  return true;
}

export function isSameRow(a: SellerSales | SellerOrders, b: SellerSales | SellerOrders): boolean {
  const values: Record<string, unknown> = b;
  return Object.entries(a).every(([name, value]) => values[name] === value);
}

/** The sums of rows that are kept already, one of each kind. */
export function sumsOfRows(
  sales: readonly SellerSales[],
  orders: readonly SellerOrders[],
): MonthSums {
  return {
    sales: new Map(sales.map((row) => [keyOfSales(row), row])),
    orders: new Map(orders.map((row) => [keyOfOrders(row), row])),
  };
}
