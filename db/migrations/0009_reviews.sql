CREATE TABLE `post_events` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`stars` integer,
	`text` text NOT NULL,
	`shown_name` text,
	`reason` text,
	`reason_text` text,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_events_post` ON `post_events` (`post_id`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`product_id` text NOT NULL,
	`household_id` text NOT NULL,
	`parent_id` text,
	`line_item_id` text,
	`stars` integer,
	`text` text NOT NULL,
	`has_text` integer NOT NULL,
	`shown_name` text,
	`status` text NOT NULL,
	`flags` text NOT NULL,
	`reason` text,
	`reason_text` text,
	`written_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`decided_at` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_item_id`) REFERENCES `line_items`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "posts_kind" CHECK("posts"."kind" in ('review', 'reply', 'question', 'answer')),
	CONSTRAINT "posts_status_word" CHECK("posts"."status" in ('waiting', 'published', 'refused', 'taken_down')),
	CONSTRAINT "posts_reason" CHECK("posts"."reason" in ('personal_data', 'contact_or_advert', 'insult', 'unlawful', 'health_claim', 'not_about_product', 'authority_request')),
	CONSTRAINT "posts_stars" CHECK("posts"."stars" is null or (typeof("posts"."stars") = 'integer' and "posts"."stars" >= 1)),
	CONSTRAINT "posts_stars_most" CHECK("posts"."stars" is null or "posts"."stars" <= 5),
	CONSTRAINT "posts_review" CHECK(("posts"."kind" = 'review') = ("posts"."stars" is not null)),
	CONSTRAINT "posts_line_item" CHECK(("posts"."kind" = 'review') = ("posts"."line_item_id" is not null)),
	CONSTRAINT "posts_parent" CHECK(("posts"."kind" in ('reply', 'answer')) = ("posts"."parent_id" is not null)),
	CONSTRAINT "posts_text" CHECK("posts"."has_text" = ("posts"."text" <> '')),
	CONSTRAINT "posts_has_words" CHECK("posts"."kind" = 'review' or "posts"."has_text" = 1),
	CONSTRAINT "posts_told_why" CHECK(("posts"."status" in ('refused', 'taken_down')) = ("posts"."reason" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_parent_id_unique` ON `posts` (`parent_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `posts_line_item_id_unique` ON `posts` (`line_item_id`);--> statement-breakpoint
CREATE INDEX `posts_product` ON `posts` (`product_id`,`kind`,`status`,`has_text`,`decided_at`);--> statement-breakpoint
CREATE INDEX `posts_household` ON `posts` (`household_id`,`kind`,`status`,`has_text`,`decided_at`);--> statement-breakpoint
CREATE INDEX `posts_status` ON `posts` (`status`,`sent_at`);--> statement-breakpoint
CREATE TABLE `product_ratings` (
	`product_id` text PRIMARY KEY NOT NULL,
	`star1_count` integer NOT NULL,
	`star2_count` integer NOT NULL,
	`star3_count` integer NOT NULL,
	`star4_count` integer NOT NULL,
	`star5_count` integer NOT NULL,
	`text_count` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "product_ratings_star1_count" CHECK("product_ratings"."star1_count" is null or (typeof("product_ratings"."star1_count") = 'integer' and "product_ratings"."star1_count" >= 0)),
	CONSTRAINT "product_ratings_star2_count" CHECK("product_ratings"."star2_count" is null or (typeof("product_ratings"."star2_count") = 'integer' and "product_ratings"."star2_count" >= 0)),
	CONSTRAINT "product_ratings_star3_count" CHECK("product_ratings"."star3_count" is null or (typeof("product_ratings"."star3_count") = 'integer' and "product_ratings"."star3_count" >= 0)),
	CONSTRAINT "product_ratings_star4_count" CHECK("product_ratings"."star4_count" is null or (typeof("product_ratings"."star4_count") = 'integer' and "product_ratings"."star4_count" >= 0)),
	CONSTRAINT "product_ratings_star5_count" CHECK("product_ratings"."star5_count" is null or (typeof("product_ratings"."star5_count") = 'integer' and "product_ratings"."star5_count" >= 0)),
	CONSTRAINT "product_ratings_text_count" CHECK("product_ratings"."text_count" is null or (typeof("product_ratings"."text_count") = 'integer' and "product_ratings"."text_count" >= 0))
);
--> statement-breakpoint
-- What was written is kept, also when it is taken down.
CREATE TRIGGER posts_no_delete BEFORE DELETE ON posts
BEGIN
  SELECT RAISE(ABORT, 'posts are kept');
END;
--> statement-breakpoint
CREATE TRIGGER post_events_no_update BEFORE UPDATE ON post_events
BEGIN
  SELECT RAISE(ABORT, 'post_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER post_events_no_delete BEFORE DELETE ON post_events
BEGIN
  SELECT RAISE(ABORT, 'post_events is append-only');
END;
