import type { APIRequestContext } from "@playwright/test";
import { DEMO_PASSWORD, expect, PHONES } from "../support/journey";
import { test } from "../support/own-shop";

/**
 * A price that changes between cart and order is said at its line, before paying.
 * A shop of its own: the price changes for everyone.
 */

const NAME = "Mật ong bạc hà Mèo Vạc"; // the sample household's

async function signIn(request: APIRequestContext): Promise<void> {
  const form = { phone: PHONES.household, password: DEMO_PASSWORD };
  const answer = await request.post("/sign-in", { form, maxRedirects: 0 });
  expect([302, 303]).toContain(answer.status());
}

test("cart and checkout say which price changed, and the order takes the one that was shown", async ({
  page,
  playwright,
  shop,
}) => {
  await page.goto("/products?q=mat+ong+bac+ha+meo+vac");
  await page.getByRole("main").getByRole("link", { name: NAME }).first().click();
  const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const household = await playwright.request.newContext({ baseURL: shop.origin });
  await signIn(household);
  const setPrice = async (priceVnd: string) => {
    const path = `/household/products/${slug}`;
    const desk = await (await household.get(path)).text();
    const shownVnd = /name="shownVnd" value="(\d+)"/.exec(desk)?.[1] ?? "";
    const form = { priceVnd, shownVnd, sureVnd: priceVnd };
    const answer = await household.post(path, { form, maxRedirects: 0 });
    expect([302, 303]).toContain(answer.status());
  };

  await setPrice("280000");
  await page.reload();
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await expect(page.getByText(/Giá đã đổi/)).toBeHidden();

  await setPrice("320000");
  await page.reload();
  await expect(page.getByText("Giá đã đổi: trước 280.000 đ, nay 320.000 đ.")).toBeVisible();
  await page.goto("/checkout");
  const summary = page.getByRole("region", { name: "Đơn của bạn" });
  await expect(summary.getByText("Giá đã đổi: trước 280.000 đ, nay 320.000 đ.")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText(NAME);
  await page.goto("/cart");
  await page.getByRole("button", { name: "Đặt hàng", exact: true }).click();
  await expect(page.getByText(/Giá đã đổi/)).toBeHidden();

  await page.getByLabel("Họ và tên người nhận").fill("Trần Văn Mẫu");
  await page.getByLabel("Điện thoại").fill("0900 000 559");
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
  await page.getByLabel("Địa chỉ").fill("Thôn Lô Lô Chải");
  await setPrice("300000");
  await page.getByRole("button", { name: /^Đặt hàng · / }).click();
  await expect(page.getByRole("alert")).toContainText("Giá vừa đổi");
  await expect(page.getByRole("alert")).toContainText("trước 320.000 đ, nay 300.000 đ");
  await expect(summary.getByText("Giá đã đổi: trước 320.000 đ, nay 300.000 đ.")).toBeVisible();
  await expect(page.getByLabel("Địa chỉ")).toHaveValue("Thôn Lô Lô Chải");
  await page.getByRole("button", { name: /^Đặt hàng · / }).click();
  await expect(page).toHaveURL(/\/orders\/UQ/);
  await household.dispose();
});
