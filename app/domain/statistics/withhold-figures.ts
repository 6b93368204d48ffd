import { ZERO_VND, type Vnd } from "~/platform/money";
import { withheldFiguresOf, type DisclosedMonth } from "./disclosed-month";
import type { FigureCode } from "./figure-codes";
import type { IndicatorMonth } from "./types";

/** The month as everybody may see it: the amounts of what may not be published are gone, not only unsaid. */
export function withholdFigures(month: IndicatorMonth, disclosed: DisclosedMonth): IndicatorMonth {
  const { figures } = disclosed;
  const amount = (code: FigureCode, value: Vnd) => (figures[code] === "open" ? value : ZERO_VND);
  const count = (code: FigureCode, value: number) => (figures[code] === "open" ? value : 0);
  const { salesVnd } = month;
  return {
    ...month,
    salesVnd: {
      goods: amount("sales_goods", salesVnd.goods),
      goods_services: amount("sales_goods_services", salesVnd.goods_services),
    },
    servicesVnd: amount("services", month.servicesVnd),
    returnedVnd: amount("returned", month.returnedVnd),
    assistedVnd: amount("assisted", month.assistedVnd),
    wholesaleVnd: amount("wholesale", month.wholesaleVnd),
    shippingVnd: amount("shipping", month.shippingVnd),
    orderCount: count("orders", month.orderCount),
    assistedOrderCount: count("assisted_orders", month.assistedOrderCount),
    wholesaleOrderCount: count("wholesale_orders", month.wholesaleOrderCount),
    activeSellerCount: count("active_sellers", month.activeSellerCount),
    cashlessVnd: amount("cashless_value", month.cashlessVnd),
    cashlessOrderCount: count("cashless_orders", month.cashlessOrderCount),
    withheld: withheldFiguresOf(disclosed),
  };
}
