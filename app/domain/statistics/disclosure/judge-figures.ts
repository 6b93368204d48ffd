import type { FigureCode } from "../figure-codes";
import { isPaidCashless } from "../indicator";
import type { PublicEdition } from "./between-editions";
import {
  orderParts,
  returnedParts,
  salesParts,
  shippingParts,
  type Parts,
  type SellerSales,
} from "./parts";
import { hasFewSellers, isEmpty, isTellable } from "./primary-rule";
import type { SortedRows } from "./sorted-rows";

/**
 * open: may be published. small: too few sellers behind it, it would tell a family's income. secondary: large enough, but
 * with it something small could be worked out, or an earlier edition of the month withheld it.
 */
export type CellDisclosure = "open" | "small" | "secondary";

export type Judged = Record<FigureCode, CellDisclosure>;

/** What of one sum may be told as far as it alone is concerned. */
export function judgeAlone(parts: Parts, isAlreadyWithheld: boolean): CellDisclosure {
  if (!isTellable(parts)) return "small";
  return isAlreadyWithheld ? "secondary" : "open";
}

/** What could be told for its own sake, and may not be. */
function hidden(own: CellDisclosure): CellDisclosure {
  return own === "open" ? "secondary" : own;
}

/**
 * Every figure but the two cashless ones, which hang on the breakdown by payment method (`judgeCashless`). Goods, services
 * and both together are one equation: of the three, goods are kept if they can be. A share is its numerator.
 */
export function judgeFigures(
  rows: SortedRows,
  { already, editions }: { already: ReadonlySet<string>; editions: readonly PublicEdition[] },
): Judged {
  const judge = (parts: Parts, code: FigureCode) => judgeAlone(parts, already.has(code));
  const goods = judge(salesParts(rows.goods), "sales_goods");
  const wide = judgeServices(rows, { goods, already });
  const returned = judge(returnedParts(rows.counted), "returned");
  // What came back since an edition that told them takes sales that are withheld now down by as much.
  const sums = [["sales_goods", goods] as const, ["services", wide.services] as const];
  const tellsReturned = sums.some(
    ([code, now]) => now !== "open" && editions.some(({ withheld }) => !withheld.has(code)),
  );
  const orders = orderParts(rows.countedOrders);
  const tooFewSellers = !isEmpty(orders) && hasFewSellers(orders);
  return {
    share_goods: goods,
    sales_goods: goods,
    ...wide,
    retail_goods: "open",
    retail_goods_services: "open",
    returned: tellsReturned ? hidden(returned) : returned,
    assisted: judge(salesParts(rows.assisted), "assisted"),
    wholesale: judge(salesParts(rows.wholesale), "wholesale"),
    shipping: judge(shippingParts(rows.orders), "shipping"),
    orders: judge(orders, "orders"),
    assisted_orders: judge(orderParts(rows.assistedOrders), "assisted_orders"),
    wholesale_orders: judge(orderParts(rows.wholesaleOrders), "wholesale_orders"),
    active_sellers: tooFewSellers ? "small" : already.has("active_sellers") ? "secondary" : "open",
    cashless_value: "secondary",
    cashless_orders: "secondary",
  };
}

type Wide = Pick<Judged, "services" | "sales_goods_services" | "share_goods_services">;

function judgeServices(
  rows: SortedRows,
  { goods, already }: { goods: CellDisclosure; already: ReadonlySet<string> },
): Wide {
  const parts = salesParts(rows.services);
  const services = judgeAlone(parts, already.has("services"));
  const both = judgeAlone(salesParts(rows.counted), already.has("sales_goods_services"));
  // Without services the cashless part of everything is that of goods, which the breakdown by method shows.
  const tellsCashless = isEmpty(parts) && already.has("cashless_value");
  const isOpen = [goods, services, both].every((one) => one === "open") && !tellsCashless;
  const shown = (own: CellDisclosure) => (isOpen ? own : hidden(own));
  return {
    services: shown(services),
    sales_goods_services: shown(both),
    share_goods_services: shown(both),
  };
}

/** Paid cashless, and in cash. */
function halvesOf(rows: readonly SellerSales[]): [Parts, Parts] {
  const isCash = (row: SellerSales) => !isPaidCashless(row);
  return [salesParts(rows.filter(isPaidCashless)), salesParts(rows.filter(isCash))];
}

/**
 * The cashless shares. By value: each quarter of goods and services, cashless and cash, can be worked out from it, so all
 * of them must pass, and what they are parts of must be shown. Either: the cash part is the breakdown's cell of
 * cash at the door, so that it is shown or neither is.
 */
export function judgeCashless(
  rows: SortedRows,
  context: { figures: Judged; already: ReadonlySet<string>; isCashShown: boolean },
): Pick<Judged, "cashless_value" | "cashless_orders"> {
  const { figures, already, isCashShown } = context;
  const goods = halvesOf(rows.goods);
  const services = halvesOf(rows.services);
  const both = halvesOf(rows.counted);
  const orders = [
    rows.countedOrders.filter(isPaidCashless),
    rows.countedOrders.filter((row) => !isPaidCashless(row)),
  ].map(orderParts);
  const judge = (parts: readonly Parts[], isOpen: boolean): CellDisclosure =>
    !parts.every(isTellable)
      ? "small"
      : isOpen && (isCashShown || parts.every(isEmpty))
        ? "open"
        : "secondary";
  return {
    cashless_value: judge(
      [...goods, ...services, ...both],
      figures.sales_goods_services === "open" && !already.has("cashless_value"),
    ),
    cashless_orders: judge(orders, figures.orders === "open" && !already.has("cashless_orders")),
  };
}
