import { checkLedgerFile } from "../support/check-ledger-file";
import {
  amountIn,
  dong,
  expect,
  openCheckout,
  payInSimulator,
  PHONES,
  waitForWords,
  openSignedIn,
} from "../support/journey";
import { test } from "../support/own-shop";
import type { Page } from "@playwright/test";

/**
 * An officer makes a programme; a buyer pays less by its code, another nothing at all, and a code that came back is used again.
 * A shop of its own: its ledger is checked in the end.
 */

type Terms = { code: string; name: string; value: string };

/** Answers the page of what was proposed. */
async function propose(page: Page, terms: Terms): Promise<string> {
  await page.goto("/department/vouchers/new");
  await page.getByLabel("Tên chương trình").fill(terms.name);
  await page.getByLabel("Mã", { exact: true }).fill(terms.code);
  await page.getByLabel("Số tiền giảm mỗi đơn (đồng)").fill(terms.value);
  await page.getByLabel("Tiền hàng ít nhất (đồng)").fill("0");
  await page.getByLabel("Số lượt dùng").fill("1");
  await page.getByRole("button", { name: "Đề xuất chương trình" }).click();
  await expect(page.getByText("Đã đề xuất.")).toBeVisible();
  await expect(page.getByText("Bạn là người đề xuất: cần một cán bộ khác đồng ý.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Đồng ý chương trình" })).toHaveCount(0);
  return new URL(page.url()).pathname;
}

/** One officer proposes, another agrees. */
async function createProgramme(one: Page, two: Page, terms: Terms) {
  await two.goto(await propose(one, terms));
  await two.getByRole("button", { name: "Đồng ý chương trình" }).click();
  await expect(two.getByText("Đã đồng ý.")).toBeVisible();
}

/** At the checkout with all fields filled in. */
async function fillCheckout(page: Page) {
  await openCheckout(page);
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
  await page.getByLabel("Địa chỉ").fill("Thôn Lô Lô Chải");
}

const order = (page: Page) => page.getByRole("button", { name: /^Đặt hàng · / });

async function applyCode(page: Page, code: string) {
  await page.getByLabel("Mã giảm giá").fill(code);
  await page.getByRole("button", { name: "Áp dụng" }).click();
}

test("from the programme to the buyers who use its code", async ({ browser, shop, page }) => {
  test.setTimeout(120_000);
  const officer = await openSignedIn(browser, PHONES.department);
  const second = await openSignedIn(browser, PHONES.secondOfficer);
  const week = { code: "ocop-tuan", name: "Tuần hàng OCOP", value: "30.000" };
  await createProgramme(officer, second, week);
  await createProgramme(second, officer, { code: "TATCA", name: "Quà Tết", value: "5.000.000" });
  await test.step("a proposal is taken back, and its code is free", async () => {
    const path = await propose(officer, { code: "NHAM", name: "Gõ nhầm", value: "9.000.000" });
    await officer.getByRole("button", { name: "Rút đề xuất" }).click();
    await expect(officer.getByText(/^Đã rút đề xuất\. Mã NHAM/)).toBeVisible();
    expect((await officer.goto(path))?.status()).toBe(404);
  });

  await fillCheckout(page);
  const fullVnd = amountIn(await order(page).textContent());
  await test.step("a wrong code says so and keeps what was typed", async () => {
    await applyCode(page, "ocop tuam");
    await expect(page.getByText(/^Không có mã giảm giá này/)).toBeVisible();
    await expect(page.getByLabel("Địa chỉ")).toHaveValue("Thôn Lô Lô Chải");
  });
  await applyCode(page, "OCOP tuan");
  await expect(page.getByText("Giảm theo Tuần hàng OCOP")).toBeVisible();
  await expect(order(page)).toHaveText(`Đặt hàng · ${dong(fullVnd - 30_000)}`);
  await order(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chờ chuyển khoản");
  await expect(page.getByText(dong(fullVnd - 30_000)).first()).toBeVisible();
  await payInSimulator(page);
  await waitForWords(page, "Đã đặt hàng");

  await test.step("the code is used up; cancelled, it may be used again and the money is net", async () => {
    await page.getByRole("link", { name: /^Hủy/ }).first().click();
    await page.getByRole("button", { name: /hủy/i }).first().click();
    await expect(page.getByText(dong(fullVnd - 30_000)).first()).toBeVisible();
    await fillCheckout(page);
    await applyCode(page, "OCOPTUAN");
    await expect(page.getByText("Giảm theo Tuần hàng OCOP")).toBeVisible();
  });

  await test.step("a cart that is covered whole is accepted at once", async () => {
    await applyCode(page, "TATCA");
    await expect(page.getByText("Giảm theo Quà Tết")).toBeVisible();
    await expect(page.getByRole("radio", { name: /Tiền mặt/ })).toHaveCount(0);
    await expect(order(page)).toHaveText(`Đặt hàng · ${dong(0)}`);
    await order(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đã đặt hàng");
    await expect(page.getByText("Giảm theo Quà Tết")).toBeVisible();
  });

  await officer.goto("/department/vouchers/TATCA");
  await expect(officer.getByText("Hết lượt")).toBeVisible();
  await expect(officer.getByText(dong(fullVnd)).first()).toBeVisible();
  await officer.goto("/department/vouchers/OCOPTUAN");
  await expect(officer.getByText("đã trả lại")).toBeVisible();
  await officer.locator("summary", { hasText: "Dừng chương trình" }).click();
  await officer.getByRole("button", { name: "Dừng chương trình" }).click();
  await expect(officer.getByText(/^Đã dừng\./)).toBeVisible();
  await officer.context().close();
  await second.context().close();
  expect(checkLedgerFile(shop.dataDir)).toEqual({ differences: [], deliveredOrders: 0 });
});
