CREATE TABLE `shipping_tariffs` (
	`id` text PRIMARY KEY NOT NULL,
	`effective_on` text NOT NULL,
	`step_grams` integer NOT NULL,
	`volumetric_divisor` integer NOT NULL,
	`near_province_codes` text NOT NULL,
	`in_province_first_vnd` integer NOT NULL,
	`in_province_next_vnd` integer NOT NULL,
	`near_first_vnd` integer NOT NULL,
	`near_next_vnd` integer NOT NULL,
	`elsewhere_first_vnd` integer NOT NULL,
	`elsewhere_next_vnd` integer NOT NULL,
	`entered_by_id` text,
	`entered_at` integer NOT NULL,
	`withdrawn_at` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`entered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shipping_tariffs_step_grams" CHECK("shipping_tariffs"."step_grams" is null or (typeof("shipping_tariffs"."step_grams") = 'integer' and "shipping_tariffs"."step_grams" >= 1)),
	CONSTRAINT "shipping_tariffs_volumetric_divisor" CHECK("shipping_tariffs"."volumetric_divisor" is null or (typeof("shipping_tariffs"."volumetric_divisor") = 'integer' and "shipping_tariffs"."volumetric_divisor" >= 1)),
	CONSTRAINT "shipping_tariffs_in_province_first_vnd" CHECK("shipping_tariffs"."in_province_first_vnd" is null or (typeof("shipping_tariffs"."in_province_first_vnd") = 'integer' and "shipping_tariffs"."in_province_first_vnd" >= 0)),
	CONSTRAINT "shipping_tariffs_in_province_next_vnd" CHECK("shipping_tariffs"."in_province_next_vnd" is null or (typeof("shipping_tariffs"."in_province_next_vnd") = 'integer' and "shipping_tariffs"."in_province_next_vnd" >= 0)),
	CONSTRAINT "shipping_tariffs_near_first_vnd" CHECK("shipping_tariffs"."near_first_vnd" is null or (typeof("shipping_tariffs"."near_first_vnd") = 'integer' and "shipping_tariffs"."near_first_vnd" >= 0)),
	CONSTRAINT "shipping_tariffs_near_next_vnd" CHECK("shipping_tariffs"."near_next_vnd" is null or (typeof("shipping_tariffs"."near_next_vnd") = 'integer' and "shipping_tariffs"."near_next_vnd" >= 0)),
	CONSTRAINT "shipping_tariffs_elsewhere_first_vnd" CHECK("shipping_tariffs"."elsewhere_first_vnd" is null or (typeof("shipping_tariffs"."elsewhere_first_vnd") = 'integer' and "shipping_tariffs"."elsewhere_first_vnd" >= 0)),
	CONSTRAINT "shipping_tariffs_elsewhere_next_vnd" CHECK("shipping_tariffs"."elsewhere_next_vnd" is null or (typeof("shipping_tariffs"."elsewhere_next_vnd") = 'integer' and "shipping_tariffs"."elsewhere_next_vnd" >= 0))
);
--> statement-breakpoint
CREATE INDEX `shipping_tariffs_effective` ON `shipping_tariffs` (`effective_on`,`entered_at`);--> statement-breakpoint
-- A tariff for each day on which a rate began, with those in force from it on; all came as samples with the program.
INSERT INTO `shipping_tariffs` (`id`, `effective_on`, `step_grams`, `volumetric_divisor`, `near_province_codes`, `in_province_first_vnd`, `in_province_next_vnd`, `near_first_vnd`, `near_next_vnd`, `elsewhere_first_vnd`, `elsewhere_next_vnd`, `entered_at`, `is_sample`)
SELECT 'sht_' || lower(hex(randomblob(16))), `day`.`on`, `own`.`step_grams`, 6000, '[]', `own`.`first_step_vnd`, `own`.`next_step_vnd`, `far`.`first_step_vnd`, `far`.`next_step_vnd`, `far`.`first_step_vnd`, `far`.`next_step_vnd`, (strftime('%s', `day`.`on`) - 25200) * 1000, true
FROM (SELECT DISTINCT `effective_on` AS `on` FROM `shipping_rates`) AS `day`
INNER JOIN `shipping_rates` AS `own` ON `own`.`id` = (
  SELECT `id` FROM `shipping_rates` WHERE `zone` = 'in_province' AND `effective_on` <= `day`.`on` ORDER BY `effective_on` DESC, `id` DESC LIMIT 1
)
INNER JOIN `shipping_rates` AS `far` ON `far`.`id` = (
  SELECT `id` FROM `shipping_rates` WHERE `zone` = 'elsewhere' AND `effective_on` <= `day`.`on` ORDER BY `effective_on` DESC, `id` DESC LIMIT 1
);
--> statement-breakpoint
DROP TABLE `shipping_rates`;--> statement-breakpoint
ALTER TABLE `products` ADD `package_size` text;--> statement-breakpoint
ALTER TABLE `shipments` ADD `proof` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `pickup_point` text;--> statement-breakpoint
-- Added in place: a new table would lose the triggers that watch this one.
ALTER TABLE `households` ADD `fresh_reach` text DEFAULT 'anywhere' NOT NULL CONSTRAINT "households_fresh_reach" CHECK("households"."fresh_reach" in ('in_province', 'near', 'anywhere'));--> statement-breakpoint
ALTER TABLE `households` ADD `ship_days` text;--> statement-breakpoint
ALTER TABLE `households` ADD `free_shipping_from_vnd` integer CONSTRAINT "households_free_shipping_from_vnd" CHECK("households"."free_shipping_from_vnd" is null or (typeof("households"."free_shipping_from_vnd") = 'integer' and "households"."free_shipping_from_vnd" >= 1));--> statement-breakpoint
ALTER TABLE `households` ADD `pickup_points` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
-- Prices that were charged can be looked up for ever: a tariff never changes, and only taking one back before its day is noted.
CREATE TRIGGER shipping_tariffs_no_update BEFORE UPDATE OF id, effective_on, step_grams, volumetric_divisor, near_province_codes, in_province_first_vnd, in_province_next_vnd, near_first_vnd, near_next_vnd, elsewhere_first_vnd, elsewhere_next_vnd, entered_by_id, entered_at, is_sample ON shipping_tariffs
BEGIN
  SELECT RAISE(ABORT, 'shipping_tariffs is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER shipping_tariffs_withdrawn_once BEFORE UPDATE OF withdrawn_at ON shipping_tariffs
WHEN old.withdrawn_at IS NOT NULL OR new.withdrawn_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'a shipping tariff is withdrawn once and for good');
END;
--> statement-breakpoint
CREATE TRIGGER shipping_tariffs_no_delete BEFORE DELETE ON shipping_tariffs
BEGIN
  SELECT RAISE(ABORT, 'shipping_tariffs is append-only');
END;
--> statement-breakpoint
-- Where a buyer was told to come stays as it was told.
CREATE TRIGGER orders_pickup_point_frozen BEFORE UPDATE OF pickup_point ON orders
WHEN old.pickup_point IS NOT new.pickup_point
BEGIN
  SELECT RAISE(ABORT, 'the pick-up point of an order is frozen');
END;
--> statement-breakpoint
-- Who received a parcel, and its photo, are evidence: recorded once.
CREATE TRIGGER shipments_proof_recorded_once BEFORE UPDATE OF proof ON shipments
WHEN old.proof IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'the proof of a delivery is recorded once');
END;
