-- A product that was never on sale may be removed, its moves and addresses with it; the audit log keeps what it was.
DROP TRIGGER product_events_no_delete;
--> statement-breakpoint
CREATE TRIGGER product_events_no_delete BEFORE DELETE ON product_events
WHEN NOT EXISTS (
  SELECT 1 FROM products
  WHERE id = old.product_id AND published_at IS NULL AND status IN ('draft', 'rejected')
)
BEGIN
  SELECT RAISE(ABORT, 'product_events is append-only');
END;
--> statement-breakpoint
DROP TRIGGER former_product_slugs_no_delete;
--> statement-breakpoint
CREATE TRIGGER former_product_slugs_no_delete BEFORE DELETE ON former_product_slugs
WHEN NOT EXISTS (
  SELECT 1 FROM products
  WHERE id = old.product_id AND published_at IS NULL AND status IN ('draft', 'rejected')
)
BEGIN
  SELECT RAISE(ABORT, 'former_product_slugs is append-only');
END;
--> statement-breakpoint
CREATE INDEX `wishes_product` ON `wishes` (`product_id`);--> statement-breakpoint
CREATE INDEX `documents_lot` ON `documents` (`lot_id`);--> statement-breakpoint
CREATE INDEX `collection_products_product` ON `collection_products` (`product_id`);--> statement-breakpoint
CREATE INDEX `contract_asks_of_product` ON `contract_asks` (`product_id`);--> statement-breakpoint
CREATE INDEX `contract_lines_of_product` ON `contract_lines` (`product_id`);