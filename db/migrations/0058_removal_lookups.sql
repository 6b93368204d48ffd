CREATE INDEX `wishes_product` ON `wishes` (`product_id`);--> statement-breakpoint
CREATE INDEX `documents_lot` ON `documents` (`lot_id`);--> statement-breakpoint
CREATE INDEX `collection_products_product` ON `collection_products` (`product_id`);--> statement-breakpoint
CREATE INDEX `contract_asks_of_product` ON `contract_asks` (`product_id`);--> statement-breakpoint
CREATE INDEX `contract_lines_of_product` ON `contract_lines` (`product_id`);