import { dong, expect, PHONES, signInByForm, test } from "../support/journey";

/** Many prices and counts on one page, on a phone. */

test("a household changes prices and counts of several products at once", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.household);
  await page.goto("/household/products");
  await page.getByRole("link", { name: "Sửa nhiều giá, số hàng cùng lúc" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sửa giá và số hàng cùng lúc");
  const rows = page.getByRole("main").getByRole("group");
  const [first, second] = [rows.nth(0), rows.nth(1)];
  const price = (row: typeof first) => row.getByLabel("Giá (đồng)");
  const [before, other] = [await price(first).inputValue(), await price(second).inputValue()];
  await price(first).fill("12,5");
  await price(second).fill("199.000");
  await page.getByRole("button", { name: "Lưu tất cả" }).click();
  await expect(page.getByRole("alert")).toContainText("Xin xem lại");
  await expect(price(second)).toHaveValue("199.000");
  await expect(first).toContainText(`đang là ${dong(Number(before))}`);

  await price(first).fill(before);
  await page.getByRole("button", { name: "Lưu tất cả" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã lưu 1 sản phẩm");
  await expect(price(second)).toHaveValue("199000");
  await price(second).fill(other);
  await page.getByRole("button", { name: "Lưu tất cả" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã lưu 1 sản phẩm");
  await expect(price(second)).toHaveValue(other);
});

test("a form that comes back refused takes back nothing that another phone has changed meanwhile", async ({
  page,
  browser,
  shop,
}) => {
  await signInByForm(page, PHONES.household);
  await page.goto("/household/prices");
  const price = (of: typeof page, row: number) =>
    of.getByRole("main").getByRole("group").nth(row).getByLabel("Giá (đồng)");
  const save = (of: typeof page) => of.getByRole("button", { name: "Lưu tất cả" }).click();
  const [first, second] = [await price(page, 0).inputValue(), await price(page, 1).inputValue()];

  const other = await browser.newContext({ baseURL: shop.origin, javaScriptEnabled: false });
  const otherPage = await other.newPage();
  await signInByForm(otherPage, PHONES.household);
  await otherPage.goto("/household/prices");
  await price(otherPage, 1).fill("207.000");
  await save(otherPage);
  await expect(otherPage.getByRole("status").first()).toContainText("Đã lưu 1 sản phẩm");

  await price(page, 0).fill("12,5");
  await save(page);
  await expect(page.getByRole("alert")).toContainText("Xin xem lại");
  await expect(price(page, 1)).toHaveValue("207000");
  await price(page, 0).fill(first);
  await save(page);
  await expect(page.getByRole("status").first()).toContainText("Đã lưu 0 sản phẩm");
  await expect(price(page, 1)).toHaveValue("207000");

  await otherPage.reload();
  await price(otherPage, 1).fill(second);
  await save(otherPage);
  await other.close();
});
