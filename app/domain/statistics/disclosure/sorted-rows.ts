import { isService } from "~/domain/catalog/ocop-sets";
import { isCounted, isInNumerator, isOf } from "../indicator";
import type { SellerOrders, SellerSales } from "./parts";

export type MonthRows = { sales: readonly SellerSales[]; orders: readonly SellerOrders[] };

/** Rows of one month, sorted by what its figures are sums of. Counted: the buyer ordered online. */
export type SortedRows = ReturnType<typeof sortRows>;

export function sortRows({ sales, orders }: MonthRows) {
  const counted = sales.filter(isCounted);
  return {
    counted,
    goods: counted.filter((row) => isInNumerator("goods", row)),
    services: counted.filter((row) => isService(row.ocopSet)),
    assisted: sales.filter(isOf("assisted")),
    wholesale: sales.filter(isOf("wholesale")),
    countedOrders: orders.filter(isCounted),
    assistedOrders: orders.filter(isOf("assisted")),
    wholesaleOrders: orders.filter(isOf("wholesale")),
    orders,
  };
}
