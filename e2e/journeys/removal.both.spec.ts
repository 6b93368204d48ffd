import { checkIfScripted } from "../support/check-accessibility";
import { expect, PHONES, signInByForm } from "../support/journey";
import { test } from "../support/own-shop";

/** A household undoes a table that was a mistake, and is asked about a price that looks like a slip. */

const HEAD =
  "Mã sản phẩm;Tên sản phẩm;Loại hàng;Giới thiệu;Cách đóng gói;Lượng trong một gói;Đơn vị;Giá (đồng);Số gói đang có;Ngày làm";
const rowOf = (name: string) =>
  `;${name};4;Mật ong của hoa bạc hà.;chai 500 ml;500;ml;185.000;5;01/11/2026`;

test("drafts of a table go again, all at once and one by one, after a question", async ({
  page,
}, info) => {
  const of = test.info().project.name.replaceAll(" ", "");
  const names = ["một", "hai", "ba"].map((one) => `Hàng nhầm ${one} ${of}`);
  await signInByForm(page, PHONES.household);
  await page.goto("/household/products/table");
  const text = [HEAD, ...names.map(rowOf)].join("\n");
  const file = { name: "nham.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("Tệp bảng").setInputFiles(file);
  await page.getByRole("button", { name: "Xem thử, chưa ghi" }).click();
  await page.getByRole("button", { name: "Đồng ý, ghi 3 dòng" }).click();
  await expect(page.getByText("Đã ghi 3 dòng.")).toBeVisible();
  const table = page.url();

  await page.goto("/household/products");
  await page.getByRole("link", { name: names[0] }).first().click();
  await page.getByRole("link", { name: "Bỏ sản phẩm này" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Bỏ «${names[0]}»?`);
  await checkIfScripted(page, info);
  await page.getByRole("button", { name: "Bỏ hẳn sản phẩm này" }).click();
  await expect(page.getByText("Đã bỏ sản phẩm.")).toBeVisible();
  await expect(page.getByText(names[0] ?? "")).toHaveCount(0);

  await page.goto(table);
  await page.getByRole("link", { name: "Bỏ tất cả 2 bản nháp của bảng này" }).click();
  for (const name of names.slice(1)) await expect(page.getByText(name)).toBeVisible();
  await checkIfScripted(page, info);
  await page.getByRole("button", { name: "Bỏ hẳn 2 sản phẩm này" }).click();
  await expect(page.getByText("Đã bỏ 2 sản phẩm.")).toBeVisible();
  await page.goto("/household/products");
  await expect(page.getByText(names[1] ?? "")).toHaveCount(0);
});

test("a price without its last zero is asked about, here and on the page of many", async ({
  page,
}) => {
  await signInByForm(page, PHONES.household);
  await page.goto("/household/prices");
  const row = page.getByRole("group").filter({ hasText: "Đang bán" }).first();
  const price = row.getByLabel("Giá (đồng)");
  const before = Number(await price.inputValue());
  await price.fill(String(before / 10));
  await page.getByRole("button", { name: "Lưu tất cả" }).click();
  await expect(page.getByText("chênh hơn gấp đôi", { exact: false }).first()).toBeVisible();
  await row.getByLabel(/^Đúng giá/).check();
  await page.getByRole("button", { name: "Lưu tất cả" }).click();
  await expect(page.getByText("Đã lưu 1 sản phẩm.")).toBeVisible();

  const name = await row.locator("legend").evaluate((one) => one.firstChild?.textContent ?? "");
  await page.goto("/household/products");
  await page.getByRole("link", { name }).first().click();
  await page.getByText("Đổi giá").first().click();
  await page.getByLabel("Giá", { exact: false }).fill(String(before));
  await page.getByRole("button", { name: "Đổi giá" }).click();
  await expect(page.getByRole("alert")).toContainText("chênh hơn gấp đôi");
  await page.getByRole("button", { name: /^Đúng giá/ }).click();
  await expect(page.getByText("Đã đổi giá.")).toBeVisible();
});
