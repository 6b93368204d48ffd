import type { Page } from "@playwright/test";
import {
  buyFromProductPage,
  expect,
  PHONES,
  signInByForm,
  test,
  waitForWords,
  reload,
  reloadUntil,
} from "../support/journey";

/** Paying on the page of a card provider, which here is our own stand-in. */

const BUYER = { name: "Trần Thị Mẫu", phone: "0900 000 558", method: "card" } as const;

async function orderByCard(page: Page): Promise<string> {
  await page.goto("/products/mat-ong-bac-ha-meo-vac");
  const code = await buyFromProductPage(page, BUYER);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chờ trả bằng thẻ");
  return code;
}

const goToCard = (page: Page) =>
  page.getByRole("button", { name: /(Trả|Tiếp tục trả) .* bằng thẻ/ }).click();
const choose = (page: Page, number: string) =>
  page.getByRole("button", { name: new RegExp(number) }).click();
const isPaid = (page: Page) => waitForWords(page, "Đã đặt hàng");

test("an approved card pays the order, and the link that comes back says nothing of it", async ({
  page,
}) => {
  const code = await orderByCard(page);
  await goToCard(page);
  await expect(page.getByRole("heading", { name: "Thanh toán bằng thẻ" })).toBeVisible();
  expect(page.url()).not.toContain("key=");
  await choose(page, "4242 4242 4242 4242");
  await isPaid(page);
  await expect(page.getByText(/Đã nhận đủ .* lúc/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Trả bằng thẻ" })).toHaveCount(0);
  // Without the cookie of who left from here, the address of the return shows nothing.
  await page.context().clearCookies();
  await page.goto(`/orders/${code}/card?session_id=cs_test_somebody`);
  await expect(page).toHaveURL(/\/orders$/);
});

test("a declined card leaves the order, and another card pays it", async ({ page }) => {
  await orderByCard(page);
  await goToCard(page);
  await choose(page, "4000 0000 0000 0002");
  await expect(page.getByText("Thẻ bị từ chối")).toBeVisible();
  await choose(page, "4242 4242 4242 4242");
  await isPaid(page);
});

test("3-D Secure is asked on the bank's page", async ({ page }) => {
  await orderByCard(page);
  await goToCard(page);
  await choose(page, "4000 0025 0000 3155");
  await page.getByRole("button", { name: "Xác thực thất bại" }).click();
  await choose(page, "4000 0025 0000 3155");
  await page.getByRole("button", { name: "Xác thực thành công" }).click();
  await isPaid(page);
});

test("who leaves the provider's page finds the order unpaid, and may pay by transfer", async ({
  page,
}) => {
  await orderByCard(page);
  await goToCard(page);
  const session = page.url();
  await page.getByRole("link", { name: "Quay lại" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chờ trả bằng thẻ");
  await expect(page.getByText("Chưa có tin từ đơn vị nhận thẻ")).toBeVisible();
  await page.getByRole("link", { name: "Đổi cách trả tiền" }).first().click();
  await page
    .getByRole("radio", { name: /VietQR/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Chọn cách này" }).click();
  await expect(page.getByRole("img", { name: /Mã VietQR/ })).toBeVisible();
  // The card's page is closed by now: nobody pays twice.
  await page.goto(session);
  await expect(page.getByText("Phiên thanh toán này đã hết hạn.")).toBeVisible();
});

test("what is owed goes back to the card, by an officer", async ({ page, browser, shop }) => {
  const code = await orderByCard(page);
  await goToCard(page);
  await choose(page, "4242 4242 4242 4242");
  await isPaid(page);
  await page
    .getByRole("link", { name: /Huỷ đơn|Hủy đơn/ })
    .first()
    .click();
  await page.getByRole("button", { name: /Huỷ đơn|Hủy đơn/ }).click();
  await expect(page.getByText("tiền sẽ hoàn về chính thẻ ấy")).toBeVisible();

  const desk = await browser.newPage({ baseURL: shop.origin, locale: "vi-VN" });
  await signInByForm(desk, PHONES.department);
  await desk.goto("/department/refunds");
  await desk.getByRole("link", { name: new RegExp(code) }).click();
  await desk.getByRole("button", { name: "Hoàn về thẻ" }).click();
  await expect(desk.getByText("Đang hoàn về thẻ")).toBeVisible();
  await reloadUntil(desk, desk.getByText("đã hoàn", { exact: true }));
  await desk.goto("/department/card-events");
  await expect(desk.getByRole("cell", { name: code }).first()).toBeVisible();
  await desk.close();
  await reload(page);
  await expect(page.getByText(/được hoàn về thẻ của bạn/)).toBeVisible();
});
