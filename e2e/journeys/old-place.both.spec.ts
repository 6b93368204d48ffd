import { expect, test } from "../support/journey";

/** People look for places by the names that they have always had. */
test("a former commune's name leads to the commune of today", async ({ page }) => {
  await page.goto("/");
  await page
    .getByRole("searchbox", { name: "Tìm kiếm" })
    .or(page.getByRole("combobox", { name: "Tìm kiếm" }))
    .fill("xã pả vi");
  await page.getByRole("search").getByRole("button", { name: "Tìm kiếm" }).click();
  await page.getByRole("link", { name: "Xem Xã Mèo Vạc (nay gồm Xã Pả Vi cũ)" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Xã Mèo Vạc" })).toBeVisible();
  await expect(page.getByText(/Xã Pả Vi/)).toBeVisible();
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: /Mật ong/ })
      .first(),
  ).toBeVisible();
});

test("any name after the code leads to the one address, and a commune elsewhere to none", async ({
  page,
}) => {
  await page.goto("/communes/00769-ten-cu");
  await expect(page).toHaveURL(/\/communes\/00769-xa-meo-vac$/);
  await page.goto("/en/communes/00769");
  await expect(page).toHaveURL(/\/en\/communes\/00769-xa-meo-vac$/);
  for (const path of ["/communes/99999", "/communes/28429-my-duc-tay", "/communes/meo-vac"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});

test("a commune that sells nothing yet shows the way on and asks not to be listed", async ({
  page,
}) => {
  await page.goto("/communes/00715-xa-lung-cu");
  await expect(page.getByText("Xã Lũng Cú chưa có sản phẩm nào trên chợ.")).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /^noindex/);
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Xã Đồng Văn/ })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Xã Đồng Văn" })).toBeVisible();
});
