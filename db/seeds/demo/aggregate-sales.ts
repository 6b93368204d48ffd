import type { Connection } from "../../connect";

const SOLD_BY = `CASE WHEN c.method NOT IN ('cod', 'vietqr_on_delivery') THEN c.method
  WHEN o.cash_vnd > 0 THEN 'cod' ELSE 'vietqr_on_delivery' END`;

/**
 * Fills the statistics of all delivered orders at once; the same as what recording each delivery and each return adds
 * up to, and what statistics' own rebuild makes.
 */
export function aggregateSales({ writer }: Connection): void {
  writer.exec(`
    INSERT INTO monthly_sales (month, household_id, commune_code, ocop_set, stars, method, channel,
      items_vnd, item_count, line_count)
    SELECT substr(o.delivered_on, 1, 7), o.household_id, o.seller_commune_code, l.ocop_set, l.stars,
      ${SOLD_BY}, c.channel, sum(l.total_vnd), sum(l.quantity), count(*)
    FROM orders o
    JOIN checkouts c ON c.id = o.checkout_id
    JOIN line_items l ON l.order_id = o.id
    WHERE o.status = 'delivered'
    GROUP BY 1, 2, 3, 4, 5, 6, 7;

    INSERT INTO monthly_sellers (month, household_id, commune_code, channel, method,
      order_count, items_vnd, shipping_vnd)
    SELECT substr(o.delivered_on, 1, 7), o.household_id, o.seller_commune_code, c.channel,
      ${SOLD_BY}, count(*), sum(o.items_vnd), sum(o.shipping_vnd)
    FROM orders o
    JOIN checkouts c ON c.id = o.checkout_id
    WHERE o.status = 'delivered'
    GROUP BY 1, 2, 3, 4, 5;

    INSERT INTO province_sales (month, ocop_set, method, channel, items_vnd, returned_vnd)
    SELECT month, ocop_set, method, channel, sum(items_vnd), sum(returned_vnd)
    FROM monthly_sales GROUP BY 1, 2, 3, 4;

    INSERT INTO province_orders (month, method, channel, order_count, shipping_vnd, returned_shipping_vnd)
    SELECT month, method, channel, sum(order_count), sum(shipping_vnd), sum(returned_shipping_vnd)
    FROM monthly_sellers GROUP BY 1, 2, 3;

    INSERT INTO province_sellers (month, channel, seller_count)
    SELECT month, channel, count(DISTINCT household_id)
    FROM monthly_sellers WHERE order_count > 0 GROUP BY 1, 2;
  `);
}
