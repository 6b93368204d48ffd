import type { Page } from "@playwright/test";
import {
  amountIn,
  buyFromProductPage,
  expect,
  payInSimulator,
  PHONES,
  reloadUntil,
  openSignedIn,
} from "../support/journey";
import { sendNotice, sendNoticeBody } from "../support/bank-notice";
import { checkLedgerFile } from "../support/check-ledger-file";
import { test } from "../support/own-shop";

/**
 * Money that has to go back, and money that nobody knows: two people of the department, and the buyer.
 * A shop of its own: its ledger is checked.
 */

const ACCOUNT = "2200 0006 7890"; // a sample: nobody's

async function buyHoney(page: Page): Promise<{ code: string; totalVnd: number }> {
  await page.goto("/products?q=mat+ong+bac+ha+meo+vac");
  await page
    .getByRole("main")
    .getByRole("link", { name: "Mật ong bạc hà Mèo Vạc" })
    .first()
    .click();
  const code = await buyFromProductPage(page, {
    name: "Trần Thị Mẫu",
    phone: "0900 000 571",
    method: "vietqr",
  });
  const totalVnd = amountIn(await page.getByText(/^Chuyển khoản .* theo mã/).textContent());
  return { code, totalVnd };
}

test("what a buyer sent too much comes back, by two people and the bank's line", async ({
  page,
  browser,
  shop,
}) => {
  const { code, totalVnd } = await buyHoney(page);
  await payInSimulator(page, { amount: String(totalVnd + 50_000) });
  await reloadUntil(page, page.getByText("Chúng tôi còn nợ bạn 50.000").first());
  await page.getByRole("link", { name: "Ghi tài khoản nhận tiền" }).click();
  await page.getByRole("button", { name: "Lưu tài khoản" }).click();
  await expect(page.getByRole("alert")).toContainText("Xin ghi số tài khoản");
  await page.getByLabel("Ngân hàng hoặc ví").selectOption({ label: "Agribank" });
  await page.getByLabel("Số tài khoản").fill(ACCOUNT);
  await page.getByLabel("Tên chủ tài khoản").fill("Trần Thị Mẫu");
  await page.getByRole("button", { name: "Lưu tài khoản" }).click();
  await expect(page.getByText("Tiền sẽ về Agribank •••• 7890")).toBeVisible();

  const first = await openSignedIn(browser, PHONES.department);
  await first.goto("/department/refunds");
  await first.getByRole("link", { name: code }).click();
  await first.getByLabel("Số tiền (đồng)").fill("60.000");
  await first.getByRole("button", { name: "Chuẩn bị, gửi duyệt" }).click();
  await expect(first.getByRole("alert")).toContainText("lớn hơn khoản còn phải trả");
  await first.getByLabel("Số tiền (đồng)").fill("50.000");
  await first.getByRole("button", { name: "Chuẩn bị, gửi duyệt" }).click();
  await expect(first.getByText("Bạn là người chuẩn bị: cần một cán bộ khác duyệt.")).toBeVisible();
  await expect(first.getByRole("button", { name: "Duyệt chi" })).toHaveCount(0);

  const second = await openSignedIn(browser, PHONES.secondOfficer);
  await second.goto("/department/disbursements");
  await second.getByRole("link", { name: /^Khoản chi UR/ }).click();
  await second.getByRole("button", { name: "Duyệt chi" }).click();
  await expect(second.getByText("Đã duyệt. Có thể chuyển tiền.")).toBeVisible();
  await second.getByRole("link", { name: "Chuyển tiền: mở tài khoản và mã QR" }).click();
  await expect(second.getByText("220000067890")).toBeVisible();
  await expect(second.getByRole("img", { name: /^Mã QR để chuyển/ })).toBeVisible();
  await reloadUntil(page, page.getByText("Đang chuyển trả bạn 50.000").first());
  await second.getByRole("button", { name: "Ngân hàng mô phỏng: chuyển khoản này" }).click();
  await reloadUntil(second, second.getByText("Ngân hàng đã báo tiền ra đúng khoản này.").first());
  await reloadUntil(page, page.getByText("Đã trả lại bạn 50.000").first());
  expect(checkLedgerFile(shop.dataDir).differences).toEqual([]);
});

test("money with a code that was cut is found by its page, and a large sum needs two people", async ({
  page,
  browser,
  shop,
}) => {
  const { code, totalVnd } = await buyHoney(page);
  const order = page.url();
  await payInSimulator(page, { memo: code.slice(0, 7) });
  const first = await openSignedIn(browser, PHONES.department);
  await first.goto("/department/bank-transactions");
  await reloadUntil(first, first.getByText(code.slice(0, 7)).first());
  await first
    .getByRole("listitem")
    .filter({ hasText: `.${code.slice(0, 7)}.` })
    .getByRole("link", { name: /^Mở dòng ngân hàng/ })
    .click();
  await first.getByRole("link", { name: `Chọn ${code}` }).click();
  await first.getByRole("button", { name: "Ghi sổ" }).click();
  await expect(first.getByRole("alert")).toContainText("Xin ghi lý do");
  await first.getByLabel("Vì sao biết").fill("Người mua gọi, đọc đúng số bút toán");
  await first.getByRole("button", { name: "Ghi sổ" }).click();
  await expect(first.getByText("Đã ghi sổ.").first()).toBeVisible();
  await expect(() => page.goto(order)).toPass({ timeout: 20_000 }); // it may be loading itself anew
  await expect(page.getByRole("heading", { level: 1, name: "Đã đặt hàng" })).toBeVisible();

  const { code: other } = await buyHoney(page);
  await payInSimulator(page, { amount: "6000000", memo: "chuyen tien hang" });
  await first.goto("/department/bank-transactions");
  await reloadUntil(first, first.getByText("chuyen tien hang").first());
  await first
    .getByRole("listitem")
    .filter({ hasText: "chuyen tien hang" })
    .getByRole("link", { name: /^Mở dòng ngân hàng/ })
    .click();
  const line = first.url();
  await first
    .getByLabel("Là", { exact: true })
    .first()
    .selectOption({ label: "tiền của đơn hàng" });
  await first
    .getByLabel(/^Mã \(của đơn hàng/)
    .first()
    .fill(other);
  await first.getByLabel("Vì sao biết").fill("Đại lý trả trước");
  await first.getByRole("button", { name: "Ghi sổ" }).click();
  await expect(first.getByText("Bạn là người đề xuất: cần một cán bộ khác đồng ý.")).toBeVisible();
  const second = await openSignedIn(browser, PHONES.secondOfficer);
  await second.goto(line);
  await second.getByRole("button", { name: "Đồng ý, ghi sổ" }).click();
  await expect(second.getByText("Đã ghi sổ.").first()).toBeVisible();
  await reloadUntil(page, page.getByText(/^Chúng tôi còn nợ bạn/).first());
  expect(totalVnd).toBeGreaterThan(0);
  expect(checkLedgerFile(shop.dataDir).differences).toEqual([]);
});

test("what the bank told is opened in its own words, and a notice that nobody could read is settled", async ({
  browser,
  shop,
}) => {
  await sendNotice(shop.origin, { id: 77, amountVnd: 31_000, content: "<b>tien che</b>" });
  const odd = '{"id":78,"content":"<img src=x onerror=alert(1)>","counterAccountName":"NGUOI MAU"}';
  expect((await sendNoticeBody(shop.origin, odd)).status).toBe(200);
  const page = await openSignedIn(browser, PHONES.department);
  page.on("dialog", () => expect("a dialog").toBe("none"));
  await page.goto("/department/bank-transactions");
  await page
    .getByRole("listitem")
    .filter({ hasText: "<b>tien che</b>" })
    .getByRole("link", { name: /^Mở dòng ngân hàng/ })
    .click();
  await page.getByRole("link", { name: "Xem thông báo gốc" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thông báo gốc" })).toBeVisible();
  const body = page.getByRole("region", { name: "Nội dung thông báo" });
  await expect(body).toContainText('"content": "<b>tien che</b>"');
  await expect(body).toContainText('"referenceCode": "FT77"');

  await page.goto("/department/bank-transactions");
  await page
    .getByRole("alert")
    .filter({ hasText: "1 thông báo của ngân hàng chưa đọc được" })
    .getByRole("link", { name: "Xem và xử lý" })
    .click();
  await page.getByRole("link", { name: /^Xem và xử lý/ }).click();
  await expect(page.getByRole("region", { name: "Nội dung thông báo" })).toContainText(
    '"content": "<img src=x onerror=alert(1)>"',
  );
  await expect(page.locator("main img")).toHaveCount(0);
  await page.getByRole("button", { name: "Ghi kết quả" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Xin ghi kết quả");
  const outcome = "đã hỏi SePay, là giao dịch thử";
  await page.getByLabel("Thông báo này là gì, đã xử lý thế nào?").fill(outcome);
  await page.getByRole("button", { name: "Ghi kết quả" }).click();
  await expect(page.getByText("Đã ghi kết quả.")).toBeVisible();
  await expect(page.getByText("Không có thông báo nào chờ xử lý.")).toBeVisible();
  await page.getByRole("link", { name: "Đã xử lý" }).click();
  await expect(page.getByText(outcome)).toBeVisible();
  await page.goto("/department/bank-transactions");
  await expect(page.getByText("thông báo của ngân hàng chưa đọc được")).toHaveCount(0);
  expect(checkLedgerFile(shop.dataDir).differences).toEqual([]);
});
