import { readFileSync } from "node:fs";
import { expect, PHONES, signInByForm } from "../support/journey";
import { test } from "../support/own-shop";

/** A household takes its products away as a table, changes a price there, and brings them back. */

test("a price changed in the table is shown, agreed to and on the product's page", async ({
  page,
}) => {
  await signInByForm(page, PHONES.household);
  await page.goto("/household/products");
  await page.getByRole("link", { name: "Sửa nhiều sản phẩm bằng bảng Excel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bảng sản phẩm" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải bảng CSV" }).click();
  const csv = readFileSync(await (await download).path(), "utf8");
  expect(csv.startsWith("\ufeffMã sản phẩm,")).toBe(true);

  const upload = async (text: string, name: string) => {
    await page.goto("/household/products/table");
    const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
    await page.getByLabel("Tệp bảng").setInputFiles(file);
    await page.getByRole("button", { name: "Xem thử, chưa ghi" }).click();
    await expect(page.getByText("Chưa ghi gì cả")).toBeVisible();
  };
  await upload(csv, "nhu-cu.csv");
  await expect(page.getByText("Bảng không làm thay đổi gì.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Đồng ý/ })).toHaveCount(0);

  const slug = csv.split("\r\n")[1]?.split(",")[0] ?? "";
  const price = test.info().project.name === "with JavaScript" ? "191000" : "192000";
  const shown = `${price.slice(0, 3)}.000 đ`;
  const small = `Mã sản phẩm;Giá (đồng)\n${slug};${shown}\nkhong-co;1000\n`;
  await upload(small, "gia-moi.csv");
  await expect(page.getByText("Có 1 dòng sai")).toBeVisible();
  await expect(page.getByText("Dòng 3", { exact: false })).toBeVisible();
  await expect(page.getByText("Trong tệp ghi: khong-co")).toBeVisible();
  await expect(page.getByText("Hộ không có sản phẩm nào mang mã này.")).toBeVisible();
  await page.getByRole("link", { name: "Có thay đổi: 1" }).click();
  await expect(page.getByRole("definition").filter({ hasText: shown })).toBeVisible();
  await page.getByRole("button", { name: "Đồng ý, ghi 1 dòng, bỏ 1 dòng sai" }).click();
  await expect(page.getByText("Đã ghi 1 dòng.")).toBeVisible();
  await page.goto(`/household/products/${slug}`);
  await expect(page.getByLabel("Giá", { exact: false })).toHaveValue(
    new RegExp(`^${price.slice(0, 3)}.?000`),
  );
});

test("a price without its last zero is shown first, though a row is wrong, and has a yes of its own", async ({
  page,
}) => {
  await signInByForm(page, PHONES.household);
  await page.goto("/household/prices");
  const row = page.getByRole("group").filter({ hasText: "Đang bán" }).first();
  const shown = await row.locator("input[name^=shown]").inputValue();
  const before = Number(await row.getByLabel("Giá (đồng)").inputValue());
  const slug = shown.split("|")[0] ?? "";
  const bring = async (price: number, more = "") => {
    await page.goto("/household/products/table");
    const buffer = Buffer.from(`Mã sản phẩm;Giá (đồng)\n${slug};${price}\n${more}`);
    const file = { name: "thieu-khong.csv", mimeType: "text/csv", buffer };
    await page.getByLabel("Tệp bảng").setInputFiles(file);
    await page.getByRole("button", { name: "Xem thử, chưa ghi" }).click();
  };
  await bring(before / 10, "khong-co;1000\n");
  await expect(page.getByText("Có 1 giá cần xem lại")).toBeVisible();
  await expect(page.getByText("Có 1 dòng sai")).toBeVisible();
  await expect(page.getByRole("link", { name: "Giá cần xem lại: 1" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  const consent = page.getByRole("button", { name: "Đồng ý, ghi 1 dòng, bỏ 1 dòng sai" });
  await consent.click();
  await page.getByRole("link", { name: /Chưa ghi gì/ }).click();
  const yes = page.getByLabel("Các giá này đúng");
  await expect(yes).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#rows")).toContainText("Chênh hơn gấp đôi giá đang bán");
  await yes.check();
  await consent.click();
  await expect(page.getByText("Đã ghi 1 dòng.")).toBeVisible();
  await bring(before);
  await page.getByLabel("Các giá này đúng").check();
  await page.getByRole("button", { name: "Đồng ý, ghi 1 dòng" }).click();
  await expect(page.getByText("Đã ghi 1 dòng.")).toBeVisible();
});

test("a file that is no table is refused with a word", async ({ page }) => {
  await signInByForm(page, PHONES.household);
  await page.goto("/household/products/table");
  const file = { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") };
  await page.getByLabel("Tệp bảng").setInputFiles(file);
  await page.getByRole("button", { name: "Xem thử, chưa ghi" }).click();
  await expect(page.getByText("Không thấy dòng tên cột.", { exact: false })).toBeVisible();
});
