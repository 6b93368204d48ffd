ALTER TABLE `posts` ADD `language` text DEFAULT 'vi' NOT NULL;--> statement-breakpoint
-- Of what was written before, only a review without Vietnamese letters to an order placed in English is known as English.
UPDATE `posts` SET `language` = 'en'
WHERE `text` NOT GLOB '*[^ -~' || char(10) || ']*' AND `line_item_id` IN (
  SELECT `line_items`.`id` FROM `line_items`
  INNER JOIN `orders` ON `orders`.`id` = `line_items`.`order_id`
  INNER JOIN `checkouts` ON `checkouts`.`id` = `orders`.`checkout_id`
  WHERE `checkouts`.`language` = 'en'
);
