import { expect, openCheckout, test } from "../support/journey";

test("a commune of the former province is refused by name", async ({ page }) => {
  await openCheckout(page);
  await page.getByLabel("Tỉnh, thành phố").selectOption({ label: "Thành phố Hà Nội" });
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
  await page.getByLabel("Địa chỉ").fill("Số 1, phố Mẫu");
  await page.getByRole("button", { name: /^Đặt hàng · / }).click();
  await expect(page.getByRole("alert")).toContainText("không thuộc tỉnh, thành phố đã chọn");
  await expect(
    page.getByLabel("Xã, phường, đặc khu").getByRole("option", { name: "Phường Hoàn Kiếm" }),
  ).toHaveCount(1);
});
