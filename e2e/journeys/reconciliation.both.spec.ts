import type { Page } from "@playwright/test";
import { sendNotice } from "../support/bank-notice";
import { checkAccessibility } from "../support/check-accessibility";
import { checkLedgerFile } from "../support/check-ledger-file";
import {
  buyFromProductPage,
  expect,
  payInSimulator,
  PHONES,
  signInByForm,
  reloadUntil,
} from "../support/journey";
import { test as ownShop } from "../support/own-shop";
import { temporaryFolder } from "../support/shop";

/** The books against the bank's word: what is missing is named, and stays named with what an officer wrote to it. */

// A shop of its own: what its bank tells is this journey's alone.
const test = ownShop.extend({
  started: async ({}, use) => use({ dataDir: temporaryFolder("reconciliation") }),
});
test.setTimeout(120_000);

async function reconcile(page: Page, words: string | RegExp): Promise<void> {
  await page.goto("/department/reconciliation");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Đối soát ngay" }).click();
  await answered;
  await expect(async () => {
    const again = page.getByRole("link", { name: "Xem lại" });
    if (await again.isVisible()) await again.click();
    await expect(page.getByRole("button", { name: "Đối soát ngay" })).toBeVisible();
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

test("an opening balance, a day that balances, a line that is missing, and what is known of it", async ({
  page,
  shop,
}, info) => {
  await page.goto("/products/mat-ong-bac-ha-meo-vac");
  await buyFromProductPage(page, { name: "Trần Thị Mẫu", phone: "0900 000 577", method: "vietqr" });
  await payInSimulator(page);
  await reloadUntil(page, page.getByRole("heading", { level: 1, name: "Đã đặt hàng" }));
  await page.context().clearCookies();
  await signInByForm(page, PHONES.department);

  await reconcile(page, "Số dư đầu kỳ ở ngân hàng chưa được xác nhận đúng");
  await expect(page.getByText("Lệch −20.000.000 đ")).toBeVisible();
  await page.getByRole("link", { name: "Xác nhận số dư đầu kỳ" }).click();
  await expect(page.getByLabel("Số dư đầu kỳ (đồng)")).toHaveValue("20.000.000");
  await page.getByLabel("Căn cứ").fill("Sao kê ngày mở tài khoản");
  await page.getByRole("button", { name: "Gửi người thứ hai xem" }).click();
  await expect(page.getByText("Bạn là người đề xuất")).toBeVisible();
  await page.context().clearCookies();
  await signInByForm(page, PHONES.secondOfficer);
  await page.goto("/department/reconciliation/opening");
  await expect(page.getByRole("heading", { name: "Ngân hàng báo ở đâu" })).toBeVisible();
  await page.getByRole("button", { name: "Đồng ý, ghi sổ" }).click();
  await expect(page.getByText("Đã ghi sổ số dư đầu kỳ.")).toBeVisible();
  await reconcile(page, "Sổ sách khớp đến từng đồng.");
  if (info.project.use.javaScriptEnabled !== false) {
    await checkAccessibility(page, "/department/reconciliation");
  }

  // The bank has a line that we were never told of: 1,000,000 đồng before this one.
  const soon = new Date(Date.now() + 7 * 3_600_000 + 60_000).toISOString();
  await sendNotice(shop.origin, {
    id: 7_001,
    amountVnd: 70_000,
    content: "CHUYEN TIEN",
    balanceVnd: 900_000_000,
    at: soon.slice(0, 19).replace("T", " "),
  });
  await reconcile(page, "Có 1 chỗ lệch.");
  await expect(page.getByText(/^Giữa dòng MAU\d+ và dòng FT7001$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Mở dòng FT7001" })).toBeVisible();
  await page.goto("/department");
  await expect(page.getByRole("link", { name: /^Chỗ lệch chưa có ghi chú 1/ })).toBeVisible();
  await page.goto("/department/reconciliation");
  await page.getByRole("link", { name: "Ghi chú", exact: true }).click();
  await page.getByRole("button", { name: "Lưu ghi chú" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Xin ghi lý do");
  await page.getByLabel("Ghi chú về chỗ lệch này").fill("Đã hỏi ngân hàng, chờ sao kê");
  await page.getByRole("button", { name: "Lưu ghi chú" }).click();
  await expect(page.getByText("Đã lưu ghi chú.")).toBeVisible();
  await reconcile(page, /chờ sao kê/);
  await expect(page.getByText("Mới", { exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "Bảng cân đối tài khoản" }).click();
  await expect(page.getByRole("rowheader", { name: "Tiền gửi ngân hàng" })).toBeVisible();
  expect(
    checkLedgerFile(shop.dataDir).differences.filter((one) => !one.startsWith("held")),
  ).toEqual([]);
});
