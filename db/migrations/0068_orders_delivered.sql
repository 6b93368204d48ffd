DROP INDEX `orders_delivered`;--> statement-breakpoint
CREATE INDEX `orders_delivered` ON `orders` (`delivered_on`,`code`);