CREATE TABLE `joining_items` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`fact` text,
	`title_vi` text NOT NULL,
	`title_en` text NOT NULL,
	`hint_vi` text NOT NULL,
	`hint_en` text NOT NULL,
	`is_required` integer NOT NULL,
	`is_erased` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	CONSTRAINT "joining_items_kind" CHECK("joining_items"."kind" in ('computed', 'attested', 'verified')),
	CONSTRAINT "joining_items_fact_word" CHECK("joining_items"."fact" in ('payout_account', 'tax_code', 'phone_proven', 'product_sent')),
	CONSTRAINT "joining_items_fact" CHECK(("joining_items"."kind" = 'computed') = ("joining_items"."fact" is not null)),
	CONSTRAINT "joining_items_erased" CHECK("joining_items"."kind" = 'verified' or not "joining_items"."is_erased"),
	CONSTRAINT "joining_items_position" CHECK("joining_items"."position" is null or (typeof("joining_items"."position") = 'integer' and "joining_items"."position" >= 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `joining_items_once` ON `joining_items` (`fact`) WHERE retired_at is null;--> statement-breakpoint
CREATE TABLE `joining_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`item_id` text NOT NULL,
	`step` text NOT NULL,
	`form_id` text,
	`reason` text,
	`statement` text,
	`files` text DEFAULT '[]' NOT NULL,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `joining_items`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "joining_steps_word" CHECK("joining_steps"."step" in ('attested', 'sent', 'verified', 'sent_back', 'waived')),
	CONSTRAINT "joining_steps_statement" CHECK(("joining_steps"."step" = 'attested') = ("joining_steps"."statement" is not null)),
	CONSTRAINT "joining_steps_reason" CHECK("joining_steps"."step" not in ('sent_back', 'waived') or "joining_steps"."reason" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `joining_steps_form_id_unique` ON `joining_steps` (`form_id`);--> statement-breakpoint
CREATE INDEX `joining_steps_household` ON `joining_steps` (`household_id`,`item_id`);--> statement-breakpoint
CREATE TRIGGER joining_items_no_update BEFORE UPDATE OF id, kind, fact, created_at ON joining_items
BEGIN
  SELECT RAISE(ABORT, 'joining_items: what an item is stands');
END;
--> statement-breakpoint
CREATE TRIGGER joining_items_no_delete BEFORE DELETE ON joining_items
BEGIN
  SELECT RAISE(ABORT, 'joining_items: items are retired, not deleted');
END;
--> statement-breakpoint
CREATE TRIGGER joining_steps_no_update BEFORE UPDATE ON joining_steps
BEGIN
  SELECT RAISE(ABORT, 'joining_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER joining_steps_no_delete BEFORE DELETE ON joining_steps
BEGIN
  SELECT RAISE(ABORT, 'joining_steps is append-only');
END;
--> statement-breakpoint
-- What is sent back is told under the household's own source, as payouts are under the payment's.
CREATE TRIGGER notice_feed_joining AFTER INSERT ON joining_steps
WHEN new.step = 'sent_back' AND NOT new.is_sample
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('household', new.id);
END;
--> statement-breakpoint
-- A list to begin with, which the department words, orders and changes.
INSERT INTO joining_items (id, kind, fact, title_vi, title_en, hint_vi, hint_en, is_required, is_erased, position, created_at) VALUES
  ('jit_identity', 'verified', NULL, 'Căn cước của người phụ trách', 'Identity card of the contact person', 'Chụp mặt trước thẻ căn cước, hoặc đưa cho cán bộ xem tận nơi. Ảnh được xóa ngay khi cán bộ xem xong.', 'A photo of the front of the card, or show it to an officer in person. The photo is erased as soon as an officer has looked at it.', true, true, 1, 1764547200000),
  ('jit_own_goods', 'attested', NULL, 'Tôi chỉ bán hàng do hộ, hợp tác xã hoặc cơ sở của tôi trồng, nuôi hoặc làm ra.', 'I sell only what my household, cooperative or workshop grows, raises or makes.', 'Đọc kỹ rồi mới xác nhận: người mua tin vào lời này.', 'Read it before you confirm: buyers rely on it.', true, false, 2, 1764547200000),
  ('jit_payout_account', 'computed', 'payout_account', 'Tài khoản nhận tiền', 'Account for payouts', 'Chợ trả tiền bán hàng vào tài khoản này.', 'What you earn is paid to this account.', true, false, 3, 1764547200000),
  ('jit_food_safety', 'verified', NULL, 'Giấy an toàn thực phẩm', 'Food-safety document', 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm; hộ sản xuất nhỏ thì bản cam kết đã ký ở xã.', 'The certificate of food-safety conditions; small producers send the commitment that they signed at the commune.', true, false, 4, 1764547200000),
  ('jit_certificate', 'verified', NULL, 'Giấy chứng nhận OCOP, VietGAP hoặc giấy tương tự', 'OCOP, VietGAP or a similar certificate', 'Nếu có: chụp trang có số quyết định và ngày hết hạn.', 'If you have one: the page with the number of the decision and the day on which it ends.', false, false, 5, 1764547200000),
  ('jit_tax_code', 'computed', 'tax_code', 'Mã số thuế hoặc số định danh cá nhân', 'Tax code or personal identity number', 'Người bán từ xa phải cho người mua biết mã số này (Luật Bảo vệ quyền lợi người tiêu dùng 2023, Điều 37).', 'Who sells at a distance has to tell buyers this number (Law on Consumer Protection 2023, Article 37).', false, false, 6, 1764547200000);
