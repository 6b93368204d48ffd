/** The figures of a month, in the order in which they are read; their names are `statistics.figure_<code>`. */
export const FIGURE_CODES = [
  "share_goods",
  "share_goods_services",
  "sales_goods",
  "sales_goods_services",
  "retail_goods",
  "retail_goods_services",
  "services",
  "returned",
  "assisted",
  "wholesale",
  "shipping",
  "orders",
  "assisted_orders",
  "wholesale_orders",
  "active_sellers",
  "cashless_value",
  "cashless_orders",
] as const;
export type FigureCode = (typeof FIGURE_CODES)[number];
