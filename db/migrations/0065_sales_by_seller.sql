ALTER TABLE `orders` ADD `seller_commune_code` text DEFAULT '' NOT NULL;
--> statement-breakpoint
-- Where a household was on the day of an older order is not known any more: where it is now.
UPDATE orders SET seller_commune_code = (SELECT commune_code FROM households WHERE households.id = orders.household_id);
--> statement-breakpoint
CREATE TRIGGER orders_seller_commune_frozen BEFORE UPDATE OF seller_commune_code ON orders
WHEN new.seller_commune_code <> old.seller_commune_code
BEGIN
  SELECT RAISE(ABORT, 'orders: where the seller was stands');
END;
--> statement-breakpoint
-- By seller they are not known either: both are made anew from the orders.
DROP TABLE `monthly_sales`;
--> statement-breakpoint
DROP TABLE `monthly_sellers`;
--> statement-breakpoint
CREATE TABLE `province_orders` (
	`month` text NOT NULL,
	`method` text NOT NULL,
	`channel` text NOT NULL,
	`order_count` integer NOT NULL,
	`shipping_vnd` integer NOT NULL,
	`returned_shipping_vnd` integer NOT NULL,
	PRIMARY KEY(`month`, `method`, `channel`),
	CONSTRAINT "province_orders_order_count" CHECK("province_orders"."order_count" is null or (typeof("province_orders"."order_count") = 'integer' and "province_orders"."order_count" >= 0)),
	CONSTRAINT "province_orders_shipping_vnd" CHECK("province_orders"."shipping_vnd" is null or (typeof("province_orders"."shipping_vnd") = 'integer' and "province_orders"."shipping_vnd" >= 0)),
	CONSTRAINT "province_orders_returned_shipping_vnd" CHECK("province_orders"."returned_shipping_vnd" is null or (typeof("province_orders"."returned_shipping_vnd") = 'integer' and "province_orders"."returned_shipping_vnd" >= 0))
);
--> statement-breakpoint
CREATE TABLE `province_sales` (
	`month` text NOT NULL,
	`ocop_set` integer NOT NULL,
	`method` text NOT NULL,
	`channel` text NOT NULL,
	`items_vnd` integer NOT NULL,
	`returned_vnd` integer NOT NULL,
	PRIMARY KEY(`month`, `ocop_set`, `method`, `channel`),
	CONSTRAINT "province_sales_items_vnd" CHECK("province_sales"."items_vnd" is null or (typeof("province_sales"."items_vnd") = 'integer' and "province_sales"."items_vnd" >= 0)),
	CONSTRAINT "province_sales_returned_vnd" CHECK("province_sales"."returned_vnd" is null or (typeof("province_sales"."returned_vnd") = 'integer' and "province_sales"."returned_vnd" >= 0))
);
--> statement-breakpoint
CREATE TABLE `province_sellers` (
	`month` text NOT NULL,
	`channel` text NOT NULL,
	`seller_count` integer NOT NULL,
	PRIMARY KEY(`month`, `channel`),
	CONSTRAINT "province_sellers_seller_count" CHECK("province_sellers"."seller_count" is null or (typeof("province_sellers"."seller_count") = 'integer' and "province_sellers"."seller_count" >= 1))
);
--> statement-breakpoint
CREATE TABLE `monthly_sales` (
	`month` text NOT NULL,
	`household_id` text NOT NULL,
	`commune_code` text NOT NULL,
	`ocop_set` integer NOT NULL,
	`stars` integer NOT NULL,
	`method` text NOT NULL,
	`channel` text NOT NULL,
	`items_vnd` integer NOT NULL,
	`item_count` integer NOT NULL,
	`line_count` integer NOT NULL,
	`returned_vnd` integer DEFAULT 0 NOT NULL,
	`returned_count` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`month`, `household_id`, `commune_code`, `ocop_set`, `stars`, `method`, `channel`),
	CONSTRAINT "monthly_sales_items_vnd" CHECK("monthly_sales"."items_vnd" is null or (typeof("monthly_sales"."items_vnd") = 'integer' and "monthly_sales"."items_vnd" >= 0)),
	CONSTRAINT "monthly_sales_item_count" CHECK("monthly_sales"."item_count" is null or (typeof("monthly_sales"."item_count") = 'integer' and "monthly_sales"."item_count" >= 0)),
	CONSTRAINT "monthly_sales_line_count" CHECK("monthly_sales"."line_count" is null or (typeof("monthly_sales"."line_count") = 'integer' and "monthly_sales"."line_count" >= 0)),
	CONSTRAINT "monthly_sales_returned_vnd" CHECK("monthly_sales"."returned_vnd" is null or (typeof("monthly_sales"."returned_vnd") = 'integer' and "monthly_sales"."returned_vnd" >= 0)),
	CONSTRAINT "monthly_sales_returned_count" CHECK("monthly_sales"."returned_count" is null or (typeof("monthly_sales"."returned_count") = 'integer' and "monthly_sales"."returned_count" >= 0))
);
--> statement-breakpoint
CREATE TABLE `monthly_sellers` (
	`month` text NOT NULL,
	`household_id` text NOT NULL,
	`commune_code` text NOT NULL,
	`channel` text NOT NULL,
	`method` text NOT NULL,
	`order_count` integer NOT NULL,
	`items_vnd` integer NOT NULL,
	`shipping_vnd` integer NOT NULL,
	`returned_vnd` integer DEFAULT 0 NOT NULL,
	`returned_shipping_vnd` integer DEFAULT 0 NOT NULL,
	`return_count` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`month`, `household_id`, `commune_code`, `channel`, `method`),
	CONSTRAINT "monthly_sellers_order_count" CHECK("monthly_sellers"."order_count" is null or (typeof("monthly_sellers"."order_count") = 'integer' and "monthly_sellers"."order_count" >= 0)),
	CONSTRAINT "monthly_sellers_items_vnd" CHECK("monthly_sellers"."items_vnd" is null or (typeof("monthly_sellers"."items_vnd") = 'integer' and "monthly_sellers"."items_vnd" >= 0)),
	CONSTRAINT "monthly_sellers_shipping_vnd" CHECK("monthly_sellers"."shipping_vnd" is null or (typeof("monthly_sellers"."shipping_vnd") = 'integer' and "monthly_sellers"."shipping_vnd" >= 0)),
	CONSTRAINT "monthly_sellers_returned_vnd" CHECK("monthly_sellers"."returned_vnd" is null or (typeof("monthly_sellers"."returned_vnd") = 'integer' and "monthly_sellers"."returned_vnd" >= 0)),
	CONSTRAINT "monthly_sellers_returned_shipping_vnd" CHECK("monthly_sellers"."returned_shipping_vnd" is null or (typeof("monthly_sellers"."returned_shipping_vnd") = 'integer' and "monthly_sellers"."returned_shipping_vnd" >= 0)),
	CONSTRAINT "monthly_sellers_return_count" CHECK("monthly_sellers"."return_count" is null or (typeof("monthly_sellers"."return_count") = 'integer' and "monthly_sellers"."return_count" >= 0))
);
--> statement-breakpoint
INSERT INTO monthly_sales (month, household_id, commune_code, ocop_set, stars, method, channel, items_vnd, item_count, line_count)
SELECT substr(o.delivered_on, 1, 7), o.household_id, o.seller_commune_code, l.ocop_set, l.stars,
  CASE WHEN c.method NOT IN ('cod', 'vietqr_on_delivery') THEN c.method WHEN o.cash_vnd > 0 THEN 'cod' ELSE 'vietqr_on_delivery' END, c.channel, sum(l.total_vnd), sum(l.quantity), count(*)
FROM orders o JOIN checkouts c ON c.id = o.checkout_id JOIN line_items l ON l.order_id = o.id
WHERE o.status = 'delivered' AND o.delivered_on IS NOT NULL
GROUP BY 1, 2, 3, 4, 5, 6, 7;
--> statement-breakpoint
INSERT INTO monthly_sales (month, household_id, commune_code, ocop_set, stars, method, channel, items_vnd, item_count, line_count, returned_vnd, returned_count)
SELECT substr(q.refunded_on, 1, 7), o.household_id, o.seller_commune_code, l.ocop_set, l.stars,
  CASE WHEN c.method NOT IN ('cod', 'vietqr_on_delivery') THEN c.method WHEN o.cash_vnd > 0 THEN 'cod' ELSE 'vietqr_on_delivery' END, c.channel, 0, 0, 0, sum(r.refund_vnd), sum(r.refunded_count)
FROM return_lines r JOIN return_requests q ON q.id = r.return_request_id JOIN line_items l ON l.id = r.line_item_id
  JOIN orders o ON o.id = q.order_id JOIN checkouts c ON c.id = o.checkout_id
WHERE q.refunded_on IS NOT NULL AND r.refunded_count > 0
GROUP BY 1, 2, 3, 4, 5, 6, 7
ON CONFLICT DO UPDATE SET returned_vnd = excluded.returned_vnd, returned_count = excluded.returned_count;
--> statement-breakpoint
INSERT INTO monthly_sellers (month, household_id, commune_code, channel, method, order_count, items_vnd, shipping_vnd)
SELECT substr(o.delivered_on, 1, 7), o.household_id, o.seller_commune_code, c.channel,
  CASE WHEN c.method NOT IN ('cod', 'vietqr_on_delivery') THEN c.method WHEN o.cash_vnd > 0 THEN 'cod' ELSE 'vietqr_on_delivery' END, count(*), sum(o.items_vnd), sum(o.shipping_vnd)
FROM orders o JOIN checkouts c ON c.id = o.checkout_id
WHERE o.status = 'delivered' AND o.delivered_on IS NOT NULL
GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO monthly_sellers (month, household_id, commune_code, channel, method, order_count, items_vnd, shipping_vnd, returned_vnd, returned_shipping_vnd, return_count)
SELECT substr(q.refunded_on, 1, 7), o.household_id, o.seller_commune_code, c.channel,
  CASE WHEN c.method NOT IN ('cod', 'vietqr_on_delivery') THEN c.method WHEN o.cash_vnd > 0 THEN 'cod' ELSE 'vietqr_on_delivery' END, 0, 0, 0, sum(q.refund_vnd - q.shipping_vnd), sum(q.shipping_vnd), count(*)
FROM return_requests q JOIN orders o ON o.id = q.order_id JOIN checkouts c ON c.id = o.checkout_id
WHERE q.refunded_on IS NOT NULL
GROUP BY 1, 2, 3, 4, 5
ON CONFLICT DO UPDATE SET returned_vnd = excluded.returned_vnd, returned_shipping_vnd = excluded.returned_shipping_vnd,
  return_count = excluded.return_count;
--> statement-breakpoint
INSERT INTO province_sales (month, ocop_set, method, channel, items_vnd, returned_vnd)
SELECT month, ocop_set, method, channel, sum(items_vnd), sum(returned_vnd) FROM monthly_sales GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
INSERT INTO province_orders (month, method, channel, order_count, shipping_vnd, returned_shipping_vnd)
SELECT month, method, channel, sum(order_count), sum(shipping_vnd), sum(returned_shipping_vnd) FROM monthly_sellers GROUP BY 1, 2, 3;
--> statement-breakpoint
INSERT INTO province_sellers (month, channel, seller_count)
SELECT month, channel, count(DISTINCT household_id) FROM monthly_sellers WHERE order_count > 0 GROUP BY 1, 2;
