import type { Connection } from "../../connect";

/**
 * Fills the statistics of all delivered orders at once; the same as what recording each delivery adds up to, and
 * what statistics' own rebuild makes.
 */
export function aggregateSales({ writer }: Connection): void {
  writer.exec(`
    INSERT INTO monthly_sales
      (month, commune_code, ocop_set, stars, method, channel, items_vnd, item_count, line_count)
    SELECT substr(o.delivered_on, 1, 7), h.commune_code, l.ocop_set, l.stars, c.method, c.channel,
      sum(l.total_vnd), sum(l.quantity), count(*)
    FROM orders o
    JOIN checkouts c ON c.id = o.checkout_id
    JOIN households h ON h.id = o.household_id
    JOIN line_items l ON l.order_id = o.id
    WHERE o.status = 'delivered'
    GROUP BY 1, 2, 3, 4, 5, 6;

    INSERT INTO monthly_sellers
      (month, household_id, channel, method, order_count, items_vnd, shipping_vnd)
    SELECT substr(o.delivered_on, 1, 7), o.household_id, c.channel, c.method,
      count(*), sum(o.items_vnd), sum(o.shipping_vnd)
    FROM orders o
    JOIN checkouts c ON c.id = o.checkout_id
    WHERE o.status = 'delivered'
    GROUP BY 1, 2, 3, 4;
  `);
}
