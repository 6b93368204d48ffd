-- What is on sale is searched in memory (app/domain/catalog/shelf); the full-text index goes.
DROP TRIGGER products_search_insert;--> statement-breakpoint
DROP TRIGGER products_search_update;--> statement-breakpoint
DROP TRIGGER products_search_delete;--> statement-breakpoint
DROP TABLE product_search;--> statement-breakpoint
CREATE TABLE `shelf_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`search_id` integer NOT NULL
);
--> statement-breakpoint
DROP INDEX `products_listed`;--> statement-breakpoint
DROP INDEX `products_listed_set`;--> statement-breakpoint
DROP INDEX `products_shelf`;--> statement-breakpoint
CREATE INDEX `products_status` ON `products` (`status`,`created_at`);--> statement-breakpoint
ALTER TABLE `products` DROP COLUMN `search_text`;--> statement-breakpoint
-- Each change of what is on sale leaves its product's number; 0 means everything.
CREATE TRIGGER shelf_product_inserted AFTER INSERT ON products
WHEN new.status = 'published'
BEGIN
  INSERT INTO shelf_changes(search_id) VALUES (new.search_id);
END;
--> statement-breakpoint
CREATE TRIGGER shelf_product_changed AFTER UPDATE OF status, published_at, price_vnd, season, certificate_id, available_count ON products
WHEN (old.status = 'published' OR new.status = 'published') AND (
  old.status <> new.status OR old.published_at IS NOT new.published_at OR old.price_vnd <> new.price_vnd
  OR old.season IS NOT new.season OR old.certificate_id IS NOT new.certificate_id
  OR (old.available_count > 0) <> (new.available_count > 0)
)
BEGIN
  INSERT INTO shelf_changes(search_id) VALUES (new.search_id);
END;
--> statement-breakpoint
-- A published product keeps its words, kind and household; should that ever change, everything is read anew.
CREATE TRIGGER shelf_product_reworded AFTER UPDATE OF name, name_en, ocop_set, household_id, search_id ON products
WHEN old.status = 'published' AND new.status = 'published' AND (
  old.name <> new.name OR old.name_en IS NOT new.name_en OR old.ocop_set <> new.ocop_set
  OR old.household_id <> new.household_id OR old.search_id <> new.search_id
)
BEGIN
  INSERT INTO shelf_changes(search_id) VALUES (0);
END;
--> statement-breakpoint
CREATE TRIGGER shelf_product_deleted AFTER DELETE ON products
WHEN old.status = 'published'
BEGIN
  INSERT INTO shelf_changes(search_id) VALUES (old.search_id);
END;
--> statement-breakpoint
CREATE TRIGGER shelf_household_moved AFTER UPDATE OF status ON households
WHEN old.status <> new.status
BEGIN
  INSERT INTO shelf_changes(search_id)
  SELECT search_id FROM products WHERE household_id = new.id AND status = 'published';
END;
--> statement-breakpoint
CREATE TRIGGER shelf_household_renamed AFTER UPDATE OF name, commune_code ON households
WHEN old.name <> new.name OR old.commune_code <> new.commune_code
BEGIN
  INSERT INTO shelf_changes(search_id) VALUES (0);
END;
--> statement-breakpoint
CREATE TRIGGER shelf_certificate_changed AFTER UPDATE OF stars, issued_on, expires_on, revoked_on ON certificates
BEGIN
  INSERT INTO shelf_changes(search_id)
  SELECT search_id FROM products
  WHERE household_id = new.household_id AND certificate_id = new.id AND status = 'published';
END;
--> statement-breakpoint
CREATE TRIGGER shelf_commune_renamed AFTER UPDATE OF name ON communes
WHEN old.name <> new.name
BEGIN
  INSERT INTO shelf_changes(search_id) VALUES (0);
END;
