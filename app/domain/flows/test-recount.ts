import { rawReader } from "~/platform/db.server";

/**
 * The figures of a month from the orders themselves, in SQL of its own: it shares nothing with the rooms, neither words nor
 * sums, and says the rules of statistics once more. Amounts in đồng, shares as files write them, "" where there is none.
 */
export function recount(month: string): Record<string, string> {
  const one = (sql: string): number => {
    const places = sql.split("?").length - 1;
    const row = rawReader()
      .prepare<string[], { n: number | null }>(sql)
      .get(...Array.from({ length: places }, () => month));
    return row?.n ?? 0;
  };
  const goods = "coalesce(sum(l.quantity * l.unit_price_vnd), 0)";
  const soldLines =
    "from line_items l join orders o on o.id = l.order_id join checkouts c on c.id = o.checkout_id";
  const backLines = `from return_lines r join return_requests q on q.id = r.return_request_id
    join line_items l on l.id = r.line_item_id join orders o on o.id = q.order_id
    join checkouts c on c.id = o.checkout_id`;
  const sold = `o.status = 'delivered'
    and strftime('%Y-%m', o.delivered_at / 1000, 'unixepoch', '+7 hours') = ?`;
  const back = "substr(q.refunded_on, 1, 7) = ?";
  const kept = (where: string) =>
    one(`select ${goods} n ${soldLines} where ${sold} and ${where}`) -
    one(`select coalesce(sum(r.refund_vnd), 0) n ${backLines} where ${back} and ${where}`);
  const orders = (where: string) =>
    one(
      `select count(*) n from orders o join checkouts c on c.id = o.checkout_id where ${sold} and ${where}`,
    );
  const web = "c.channel = 'web'";
  const cashless = `${web} and (c.method in ('vietqr', 'mobile_money', 'card')
    or (c.method in ('cod', 'vietqr_on_delivery') and o.cash_vnd = 0))`;
  // Of one day the one entered last; an estimate that was published earlier never displaces a final figure.
  const retail = (kind: string) =>
    one(`select amount_vnd n from retail_totals where month = ? and kind = '${kind}'
      order by published_on desc, entered_at desc, id desc limit 1`);
  // Half away from zero, in whole numbers.
  const percent = (part: number, whole: number, decimals: number) => {
    if (whole <= 0) return "";
    const scale = 10 ** (decimals + 2);
    const rounded = one(
      `select (2 * cast(${Math.abs(part)} as integer) * ${scale} + ${whole}) / (2 * ${whole}) n`,
    );
    const digits = String(rounded).padStart(decimals + 1, "0");
    const sign = part < 0 && rounded > 0 ? "-" : "";
    return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  };
  const [salesGoods, salesAll] = [kept(`${web} and l.ocop_set <> 26`), kept(web)];
  const [retailGoods, retailAll] = [retail("goods"), retail("goods_services")];
  const [orderCount, cashlessCount] = [orders(web), orders(cashless)];
  const shipping =
    one(`select coalesce(sum(o.shipping_vnd), 0) n from orders o where ${sold}`) -
    one(`select coalesce(sum(q.shipping_vnd), 0) n from return_requests q where ${back}`);
  const figures: Record<string, number | string> = {
    share_goods: percent(salesGoods, retailGoods, 4),
    share_goods_services: percent(salesAll, retailAll, 4),
    sales_goods: salesGoods,
    sales_goods_services: salesAll,
    retail_goods: retailGoods || "",
    retail_goods_services: retailAll || "",
    services: kept(`${web} and l.ocop_set = 26`),
    returned: one(`select coalesce(sum(r.refund_vnd), 0) n ${backLines} where ${back} and ${web}`),
    assisted: kept("c.channel = 'assisted'"),
    wholesale: kept("c.channel = 'wholesale'"),
    shipping,
    orders: orderCount,
    assisted_orders: orders("c.channel = 'assisted'"),
    wholesale_orders: orders("c.channel = 'wholesale'"),
    active_sellers: one(
      `select count(distinct o.household_id) n from orders o join checkouts c on c.id = o.checkout_id where ${sold} and ${web}`,
    ),
    cashless_value: percent(kept(cashless), salesAll, 1),
    cashless_orders: percent(cashlessCount, orderCount, 1),
  };
  return Object.fromEntries(Object.entries(figures).map(([code, value]) => [code, String(value)]));
}

/** How each dimension of the published breakdowns is read from an order `o`, its checkout `c` and a line `l`. */
const DIMENSIONS = {
  commune: "o.seller_commune_code",
  set: "l.ocop_set",
  stars: "l.stars",
  method: `case when c.method not in ('cod', 'vietqr_on_delivery') then c.method
    when o.cash_vnd > 0 then 'cod' else 'vietqr_on_delivery' end`,
};

/**
 * The breakdowns of the goods of a month from the orders themselves, the same way: `dimension code` to what was kept, how many
 * sold it, and, by commune and by method, how many orders there were. Only what is not nothing.
 */
export function recountBreakdowns(month: string): Map<string, RecountedCell> {
  const cells = new Map<string, RecountedCell>();
  const sold = `o.status = 'delivered' and c.channel = 'web'
    and strftime('%Y-%m', o.delivered_at / 1000, 'unixepoch', '+7 hours') = ?`;
  for (const [dimension, code] of Object.entries(DIMENSIONS)) {
    const add = (sql: string, count: (cell: RecountedCell, n: number, sellers: number) => void) => {
      type Row = { code: string | number; n: number; sellers: number };
      for (const row of rawReader().prepare<[string], Row>(sql).all(month)) {
        const key = `${dimension} ${row.code}`;
        const cell = cells.get(key) ?? { salesVnd: 0, sellerCount: 0, orderCount: 0 };
        count(cell, row.n, row.sellers);
        cells.set(key, cell);
      }
    };
    add(
      `select ${code} code, sum(l.quantity * l.unit_price_vnd) n, count(distinct o.household_id) sellers
        from line_items l join orders o on o.id = l.order_id join checkouts c on c.id = o.checkout_id
        where ${sold} and l.ocop_set <> 26 group by 1`,
      (cell, n, sellers) => {
        cell.salesVnd += n;
        cell.sellerCount = sellers;
      },
    );
    add(
      `select ${code} code, sum(r.refund_vnd) n, 0 sellers
        from return_lines r join return_requests q on q.id = r.return_request_id
        join line_items l on l.id = r.line_item_id join orders o on o.id = q.order_id
        join checkouts c on c.id = o.checkout_id
        where substr(q.refunded_on, 1, 7) = ? and c.channel = 'web' and l.ocop_set <> 26 group by 1`,
      (cell, n) => (cell.salesVnd -= n),
    );
    if (dimension !== "commune" && dimension !== "method") continue;
    add(
      `select ${code} code, count(*) n, 0 sellers from orders o join checkouts c on c.id = o.checkout_id
        where ${sold} group by 1`,
      (cell, n) => (cell.orderCount = n),
    );
  }
  return cells;
}

type RecountedCell = { salesVnd: number; sellerCount: number; orderCount: number };
