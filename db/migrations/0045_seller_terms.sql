CREATE TABLE `seller_terms` (
	`number` integer PRIMARY KEY NOT NULL,
	`text_vi` text NOT NULL,
	`text_en` text NOT NULL,
	`change_vi` text NOT NULL,
	`change_en` text NOT NULL,
	`effective_on` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by_id` text,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`published_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seller_terms_number" CHECK("seller_terms"."number" is null or (typeof("seller_terms"."number") = 'integer' and "seller_terms"."number" >= 1))
);
--> statement-breakpoint
CREATE TABLE `terms_acceptances` (
	`household_id` text NOT NULL,
	`number` integer NOT NULL,
	`user_id` text,
	`accepted_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`household_id`, `number`),
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`number`) REFERENCES `seller_terms`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "terms_acceptances_who" CHECK("terms_acceptances"."is_sample" or "terms_acceptances"."user_id" is not null)
);
--> statement-breakpoint
CREATE TRIGGER seller_terms_no_update BEFORE UPDATE ON seller_terms
BEGIN
  SELECT RAISE(ABORT, 'seller_terms is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER seller_terms_no_delete BEFORE DELETE ON seller_terms
BEGIN
  SELECT RAISE(ABORT, 'seller_terms is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER terms_acceptances_no_update BEFORE UPDATE ON terms_acceptances
BEGIN
  SELECT RAISE(ABORT, 'terms_acceptances is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER terms_acceptances_no_delete BEFORE DELETE ON terms_acceptances
BEGIN
  SELECT RAISE(ABORT, 'terms_acceptances is append-only');
END;
--> statement-breakpoint
-- A text to begin with, in plain words; it says itself that it is a sample.
INSERT INTO seller_terms (number, text_vi, text_en, change_vi, change_en, effective_on, published_at, published_by_id, is_sample) VALUES
  (1, 'Văn bản mẫu: tỉnh thay bằng điều khoản của mình trước khi mở chợ.

1. Ai được bán. Hộ, hợp tác xã và cơ sở trong tỉnh, đã được Sở Công Thương xem và duyệt. Người bán cho biết đúng tên, địa chỉ, số điện thoại và giấy tờ mà pháp luật yêu cầu.

2. Hàng hóa. Chỉ bán hàng của mình, được phép bán, có nguồn gốc và hạn dùng ghi đúng. Thực phẩm phải có giấy chứng nhận hoặc bản cam kết an toàn thực phẩm. Rượu chỉ bán khi có giấy phép còn hạn, không bán cho người dưới 18 tuổi. Sở xem sản phẩm trước khi hiện trên chợ.

3. Giá và giao hàng. Bán đúng giá đã ghi. Nhận đơn trong 2 ngày và gửi đúng hạn; không gửi được thì báo ngay để người mua được trả lại tiền.

4. Hàng có lỗi. Người mua được khiếu nại và trả hàng theo quy định của chợ. Hai bên không thống nhất được thì nhờ Sở xem xét.

5. Tiền. Chợ trừ hoa hồng đã công bố và khoản thuế mà pháp luật bắt buộc khấu trừ, phần còn lại trả vào tài khoản của hộ. Tiền hàng đã giao không bị giữ lại vì hộ chưa nhận điều khoản mới.

6. Tạm dừng. Sở có thể tạm dừng gian hàng, có nêu lý do, khi thông tin sai, hàng không an toàn hoặc cơ quan nhà nước yêu cầu. Đơn đã nhận vẫn được thực hiện.

7. Thông tin cá nhân. Chợ chỉ giữ thông tin cần cho việc bán hàng và nghĩa vụ pháp luật; hộ được xem, sửa và yêu cầu xóa.

8. Thay đổi. Điều khoản mới được báo trước trên trang của hộ. Từ ngày có hiệu lực, hộ cần nhận điều khoản mới rồi mới đăng thêm sản phẩm hoặc chào giá; đơn đã có vẫn như cũ.', 'Sample text: the province puts its own terms in its place before the market opens.

1. Who may sell. Households, cooperatives and small businesses of the province that the Department of Industry and Trade has looked at and approved. Sellers give their right name, address, phone number and the papers that the law asks for.

2. Goods. Only your own goods, which may be sold, with their true origin and date of expiry. Food needs a certificate or a signed commitment on food safety. Alcohol is sold only with a valid licence, and to nobody under 18. The department looks at products before they are shown.

3. Prices and delivery. Sell at the price that is shown. Confirm orders within 2 days and send them in time; if you cannot, say so at once so that the buyer is paid back.

4. Faulty goods. Buyers may complain and return goods by the rules of the market. Where both sides do not agree, the department looks at it.

5. Money. The market deducts the published commission and the tax that the law makes it withhold, and pays the rest to your account. Money for delivered goods is never held back because new terms have not been accepted.

6. Suspension. The department may suspend a stall, saying why, when what it says is wrong, goods are unsafe or an authority demands it. Orders that were taken are fulfilled.

7. Personal data. The market keeps only what selling and the law need; you may see, correct and have it deleted.

8. Changes. New terms are announced on your desk beforehand. From the day they take effect you accept them before you list more products or make offers; orders that there are stay as they were.', 'Bản đầu tiên.', 'The first version.', '2026-01-01', 1767200400000, NULL, true);
