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
