import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, PHONES, signInByForm } from "../support/journey";
import { expectLargeTargets } from "../support/large-targets";
import { test } from "../support/own-shop";

/** A shop of its own: other journeys leave products half-way. */

const NAME = "Cam sành Bắc Quang thử";

async function photo() {
  const image = sharp({ create: { width: 900, height: 700, channels: 3, background: "#d98226" } });
  const buffer = await image.jpeg().toBuffer();
  return { name: "cam.jpg", mimeType: "image/jpeg", buffer };
}

const next = (page: Page) => page.getByRole("button", { name: "Đi tiếp", exact: true }).click();
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("a product is listed in five steps, left half-way, gone on with, and sent", async ({
  page,
  browser,
  shop,
}, { project }) => {
  test.setTimeout(150_000);
  await signInByForm(page, PHONES.household);

  await test.step("1: a photo; none is said at its field", async () => {
    await page.goto("/household/products");
    await page.getByRole("link", { name: "Đăng sản phẩm mới" }).click();
    await expect(heading(page)).toHaveText("Chụp ảnh món hàng");
    await expectLargeTargets(page);
    await page.getByRole("button", { name: "Lưu ảnh, đi tiếp" }).click();
    await expect(page.getByRole("link", { name: "Xin chọn một ảnh." })).toBeVisible();
    await page.getByLabel("Chụp ảnh").setInputFiles(await photo());
    await page.getByRole("button", { name: "Lưu ảnh, đi tiếp" }).click();
  });

  await test.step("2: its kind by pictures, then its name", async () => {
    await expect(page.getByText("Bước 2 trên 5")).toBeVisible();
    await expectLargeTargets(page);
    await page.getByRole("link", { name: "Thực phẩm" }).click();
    await page.getByRole("button", { name: "Rau, củ, quả, hạt tươi" }).click();
    await page.getByLabel("Tên sản phẩm").fill(NAME);
    await next(page);
  });

  await test.step("3: a chục says how many it holds", async () => {
    await page.getByRole("button", { name: "Chục" }).click();
    await page.getByLabel("1 chục = ?").fill("12");
    await page.getByRole("radio", { name: "quả" }).check();
    await expectLargeTargets(page);
    await next(page);
  });

  await test.step("left half-way, it is on the list and goes on where it was", async () => {
    await expect(heading(page)).toHaveText("Gói lại để gửi, nặng bao nhiêu?");
    await page.goto("/household/products");
    const row = page.getByRole("listitem").filter({ hasText: NAME });
    await expect(row).toContainText("Bước 3 trên 5");
    await row.getByRole("link", { name: "Tiếp tục" }).click();
    await expect(heading(page)).toHaveText("Gói lại để gửi, nặng bao nhiêu?");
    await page.getByLabel("Cả gói nặng").fill("3,5");
    await page.getByRole("radio", { name: "kg" }).check();
    await next(page);
  });

  let priceUrl = "";
  await test.step("4: a wrong price is said at its field and stays to be mended", async () => {
    await expect(page.getByText("chục 12 quả").first()).toBeVisible();
    priceUrl = page.url();
    await page.getByLabel("Giá bán").fill("sáu mươi");
    await next(page);
    await expect(page.getByLabel("Giá bán")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Giá bán")).toHaveValue("sáu mươi");
    await page.getByLabel("Giá bán").fill("60.000");
    await next(page);
  });

  await test.step("5: how many there are", async () => {
    await page.getByLabel("Có mấy phần như trên").fill("20");
    await page.getByLabel("Ngày thu hoạch hoặc ngày làm").fill("2026-11-20");
    await next(page);
    await expect(heading(page)).toHaveText("Xem lại rồi gửi");
  });

  await test.step("another phone was first: both prices are shown, and one is chosen", async () => {
    const context = await browser.newContext({
      baseURL: shop.origin,
      javaScriptEnabled: project.name === "with JavaScript",
    });
    const other = await context.newPage();
    await signInByForm(other, PHONES.household);
    await page.goto(priceUrl);
    await other.goto(priceUrl);
    await other.getByLabel("Giá bán").fill("65.000");
    await next(other);
    await page.getByLabel("Giá bán").fill("70.000");
    await next(page);
    const conflict = page.getByRole("alert");
    await expect(conflict).toContainText("65.000 đ");
    await expect(conflict).toContainText("70.000 đ");
    await expectLargeTargets(page);
    await conflict.getByRole("button", { name: "Lấy của tôi" }).click();
    await expect(heading(page)).toHaveText("Xem lại rồi gửi");
    await expect(page.getByRole("main")).toContainText("70.000 đ");
    // What the other phone still shows is not what would be sent.
    await other.getByRole("button", { name: "Gửi duyệt" }).click();
    await expect(other.getByRole("alert")).toContainText("vừa được ghi trên máy khác");
    await context.close();
  });

  await test.step("it is sent, and lies with the department", async () => {
    await expectLargeTargets(page);
    await page.getByRole("button", { name: "Gửi duyệt" }).click();
    await expect(page.getByRole("status").first()).toContainText("Đã gửi");
    await expect(heading(page)).toHaveText(NAME);
    await expect(page.getByText("Chờ duyệt").first()).toBeVisible();
    await page.goto(priceUrl); // an old page of it leads to what it has become
    await expect(heading(page)).toHaveText(NAME);
    await page.goto("/household/products");
    await expect(page.getByRole("link", { name: "Tiếp tục" })).toHaveCount(0);
  });

  await test.step("another is begun without a photo, and dropped", async () => {
    await page.getByRole("link", { name: "Đăng sản phẩm mới" }).click();
    await page.getByRole("button", { name: "Để sau" }).click();
    await expect(heading(page)).toHaveText("Đây là hàng gì?");
    await page.goto("/household/products");
    await page.getByRole("link", { name: /^Bỏ/ }).click();
    await expect(heading(page)).toHaveText("Bỏ «Món hàng chưa có tên»?");
    await expectLargeTargets(page);
    await page.getByRole("link", { name: "Giữ lại" }).click();
    await page.getByRole("link", { name: /^Bỏ/ }).click();
    await page.getByRole("button", { name: "Bỏ hẳn món này" }).click();
    await expect(page.getByText("Đang điền dở")).toHaveCount(0);
  });
});
