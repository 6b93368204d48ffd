import type { Page } from "@playwright/test";
import { amountIn, expect, openCheckout, test } from "../support/journey";

/** An order that leaves the province: communes, shipping and total are the chosen province's. */

const orderButton = (page: Page) => page.getByRole("button", { name: /^Đặt hàng · / });
const totalOf = async (page: Page) => amountIn(await orderButton(page).textContent());

test("another province brings its communes and its shipping, and keeps what was typed", async ({
  page,
  javaScriptEnabled,
}) => {
  await openCheckout(page);
  const before = await totalOf(page);
  const province = page.getByLabel("Tỉnh, thành phố");
  await province.focus();
  await province.selectOption({ label: "Thành phố Hà Nội" });
  const choose = page.getByRole("button", { name: "Chọn", exact: true });
  if (javaScriptEnabled) await expect(choose).toBeHidden();
  else await choose.click();
  const commune = page.getByLabel("Xã, phường, đặc khu");
  await expect(commune.getByRole("option", { name: "Phường Hoàn Kiếm" })).toHaveCount(1);
  await expect(commune.getByRole("option", { name: "Xã Lũng Cú" })).toHaveCount(0);
  expect(await totalOf(page)).toBeGreaterThan(before);
  if (javaScriptEnabled) await expect(province).toBeFocused();
  await expect(page.getByLabel("Họ và tên người nhận")).toHaveValue("Trần Văn Mẫu");

  const total = await totalOf(page);
  await commune.selectOption({ label: "Phường Hoàn Kiếm" });
  await page.getByLabel("Địa chỉ").fill("Số 1, phố Mẫu");
  await orderButton(page).click();
  await expect(page).toHaveURL(/\/orders\/UQ/);
  await expect(page.getByText("Phường Hoàn Kiếm, Thành phố Hà Nội")).toBeVisible();
  expect(amountIn(await page.getByText(/^Chuyển khoản .* theo mã/).textContent())).toBe(total);
});
