ALTER TABLE `orders` ADD `arrives_from` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `arrives_by` text;