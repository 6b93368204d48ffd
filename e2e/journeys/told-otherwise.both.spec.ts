import type { Page } from "@playwright/test";
import { addDays, localDateOf } from "../../app/platform/period";
import { checkIfScripted } from "../support/check-accessibility";
import { expect, openSignedIn, PHONES } from "../support/journey";
import { test } from "../support/own-shop";

/**
 * What changed between two pages is said: a shop that closed under a cart, a parcel that was told of before.
 * A shop of its own: it closes for everyone.
 */

const HONEY = "Mật ong bạc hà Mèo Vạc"; // the sample household's

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("Họ và tên người nhận").fill("Trần Thị Mẫu");
  await page.getByLabel("Điện thoại").fill("0900 000 670");
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
  await page.getByLabel("Địa chỉ").fill("Thôn Lô Lô Chải");
  await page.getByRole("radio", { name: /Tiền mặt/ }).check();
}

async function tellParcel(page: Page, carrier: string, code: string): Promise<void> {
  await page.getByLabel("Bên giao hàng").selectOption({ label: carrier });
  await page.getByLabel("Mã vận đơn").fill(code);
  await page.getByRole("button", { name: "Đã gửi hàng đi" }).click();
}

test("a shop that closes under a cart, and a parcel that two pages tell of", async ({
  browser,
  page,
}, info) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const household = await openSignedIn(browser, PHONES.household);
  await page.goto("/products?q=mat+ong+bac+ha+meo+vac");
  await page.getByRole("main").getByRole("link", { name: HONEY }).first().click();
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await page.getByRole("button", { name: "Đặt hàng", exact: true }).click();

  await test.step("the checkout says of a closed shop what the cart says", async () => {
    const today = localDateOf(Date.now());
    await household.goto("/household/closure");
    await household.getByLabel("Nghỉ từ ngày").fill(today);
    await household.getByLabel("Nghỉ đến hết ngày").fill(addDays(today, 2));
    await household.getByRole("button", { name: "Đặt lịch nghỉ" }).click();
    await page.goto("/checkout");
    const problem = page.getByRole("alert");
    await expect(problem).toContainText("Giỏ hàng có món chưa đặt được");
    await expect(problem).toContainText(HONEY);
    await expect(problem).toContainText("Hộ đang nghỉ bán");
    await checkIfScripted(page, info);
    await problem.getByRole("link", { name: "Sửa giỏ hàng" }).click();
    await expect(page.getByText(/Hộ đang nghỉ bán/).first()).toBeVisible();
    await household.goto("/household/closure");
    await household.getByRole("button", { name: "Mở bán lại ngay" }).click();
  });

  await test.step("a parcel told of otherwise leads to where it is corrected", async () => {
    await page.goto("/checkout");
    await fillIn(page);
    await page.getByRole("button", { name: /^Đặt hàng · / }).click();
    await expect(page).toHaveURL(/\/orders\/UQ/);
    const code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const order = `/household/orders/${code}-1`;
    await household.goto(order);
    await household.getByRole("button", { name: "Nhận đơn này" }).click();
    await household.getByRole("button", { name: "Đã đóng gói" }).click();
    const other = await openSignedIn(browser, PHONES.household);
    await other.setViewportSize({ width: 360, height: 740 });
    await other.goto(order);
    await tellParcel(household, "VNPost", "EE670VN");
    await expect(household.getByRole("status").first()).toBeVisible();
    await tellParcel(other, "GHN", "GH670");
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("Sửa bên giao, mã vận đơn");
    const told = other.getByRole("alert");
    await expect(told).toContainText("với bên giao hoặc mã khác");
    await expect(told).toContainText("VNPost · EE670VN");
    await expect(other.getByLabel("Mã vận đơn")).toHaveValue("GH670");
    await checkIfScripted(other, info);
    await other.getByRole("button", { name: "Lưu" }).click();
    await expect(other).toHaveURL(/done=updated/);
    await household.goto(order);
    await expect(household.getByRole("main")).toContainText("GH670");
    await expect(household.getByRole("main")).not.toContainText("EE670VN");
  });
});
