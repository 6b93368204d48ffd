CREATE TABLE `supply_declarations` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`produce_name` text NOT NULL,
	`produce_key` text NOT NULL,
	`quantity_kg` integer NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`note` text NOT NULL,
	`declared_at` integer NOT NULL,
	`declared_by_id` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declared_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supply_declarations_quantity_kg" CHECK("supply_declarations"."quantity_kg" is null or (typeof("supply_declarations"."quantity_kg") = 'integer' and "supply_declarations"."quantity_kg" >= 1)),
	CONSTRAINT "supply_declarations_order" CHECK("supply_declarations"."from_on" <= "supply_declarations"."to_on")
);
--> statement-breakpoint
CREATE INDEX `supply_declarations_household` ON `supply_declarations` (`household_id`,`to_on`);--> statement-breakpoint
CREATE INDEX `supply_declarations_days` ON `supply_declarations` (`to_on`,`from_on`);--> statement-breakpoint
CREATE TABLE `supply_demands` (
	`id` text PRIMARY KEY NOT NULL,
	`buyer_name` text NOT NULL,
	`contact` text NOT NULL,
	`produce_name` text NOT NULL,
	`produce_key` text NOT NULL,
	`quantity_kg` integer NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`note` text NOT NULL,
	`noted_at` integer NOT NULL,
	`noted_by_id` text NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`noted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supply_demands_quantity_kg" CHECK("supply_demands"."quantity_kg" is null or (typeof("supply_demands"."quantity_kg") = 'integer' and "supply_demands"."quantity_kg" >= 1)),
	CONSTRAINT "supply_demands_order" CHECK("supply_demands"."from_on" <= "supply_demands"."to_on")
);
--> statement-breakpoint
CREATE INDEX `supply_demands_days` ON `supply_demands` (`to_on`,`from_on`);