ALTER TABLE `line_items` ADD `product_name_en` text;--> statement-breakpoint
ALTER TABLE `line_items` ADD `pack_label_en` text;