CREATE TABLE `former_product_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`retired_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `former_product_slugs_product` ON `former_product_slugs` (`product_id`);
--> statement-breakpoint
CREATE TRIGGER former_product_slugs_no_update BEFORE UPDATE ON former_product_slugs
BEGIN
  SELECT RAISE(ABORT, 'former_product_slugs is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER former_product_slugs_no_delete BEFORE DELETE ON former_product_slugs
BEGIN
  SELECT RAISE(ABORT, 'former_product_slugs is append-only');
END;
--> statement-breakpoint
-- A link that somebody kept leads to the product it was made for, never to another.
CREATE TRIGGER products_slug_not_of_another_insert BEFORE INSERT ON products
WHEN EXISTS (SELECT 1 FROM former_product_slugs WHERE slug = new.slug AND product_id <> new.id)
BEGIN
  SELECT RAISE(ABORT, 'another product had this slug');
END;
--> statement-breakpoint
CREATE TRIGGER products_slug_not_of_another_update BEFORE UPDATE OF slug ON products
WHEN EXISTS (SELECT 1 FROM former_product_slugs WHERE slug = new.slug AND product_id <> new.id)
BEGIN
  SELECT RAISE(ABORT, 'another product had this slug');
END;
