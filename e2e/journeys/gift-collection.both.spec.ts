import { expect, test } from "../support/journey";

/** From the home page to the cart by way of the department's first collection, with JavaScript and without. */
test("a buyer finds a gift on the home page and puts it into the cart", async ({ page }) => {
  await page.goto("/");
  const band = page.getByRole("region", { name: /^Quà Tết / });
  await expect(band.getByRole("heading", { level: 3 })).toHaveCount(4);
  await band.getByRole("link", { name: "Xem cả bộ" }).click();
  await expect(page).toHaveURL(/\/collections\/qua-tet-/);
  await expect(page.getByText("Chọn theo tiêu chí nào:")).toBeVisible();
  await expect(page.getByText("Không ai trả tiền để có mặt ở đây.")).toBeVisible();
  const first = page.getByRole("main").getByRole("heading", { level: 2 }).first();
  const name = (await first.textContent()) ?? "";
  await first.click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Người làm ra" })).toBeVisible();
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await expect(page).toHaveURL(/\/cart/);
  await expect(page.getByRole("main").getByText(name).first()).toBeVisible();
});

test("what is in season, has stars or is new has a page of its own", async ({ page }) => {
  await page.goto("/collections");
  for (const name of ["OCOP 4 và 5 sao", "Mới lên chợ"]) {
    await page.getByRole("main").getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText("Chọn theo tiêu chí nào:")).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Bộ sưu tập" }).click();
  }
});
