import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import sharp from "sharp";
import { expect, PHONES, signInByForm, test } from "../support/journey";
import { openSlowLine } from "../support/slow-line";

/** A household lists where there is no line; what it said is sent when there is one, once, and nothing is overwritten. */

async function photo(width = 900, height = 700) {
  const noise = { type: "gaussian" as const, mean: 140, sigma: 30 };
  const image = sharp({ create: { width, height, channels: 3, background: "#d98226", noise } });
  const buffer = await image.jpeg({ quality: 90 }).toBuffer();
  return { name: "anh.jpg", mimeType: "image/jpeg", buffer };
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const next = (page: Page) => page.getByRole("button", { name: "Đi tiếp", exact: true }).click();

/** Opens the desk and waits until the phone has all that it needs without a line. */
async function openDesk(page: Page) {
  await page.goto("/household/products");
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          await navigator.serviceWorker.ready;
          return (await caches.match("/offline/listing")) !== undefined;
        }),
      { timeout: 20_000 },
    )
    .toBe(true);
}

async function tellKindAndName(page: Page, name: string) {
  await page.getByRole("link", { name: "Thực phẩm" }).click();
  await page.getByRole("button", { name: "Rau, củ, quả, hạt tươi" }).click();
  await page.getByLabel("Tên sản phẩm").fill(name);
  await next(page);
}

/** All after the unit. */
async function tellContentPriceAndStock(page: Page) {
  await page.getByLabel("1 chục = ?").fill("12");
  await page.getByRole("radio", { name: "quả" }).check();
  await next(page);
  await page.getByLabel("Cả gói nặng").fill("3,5");
  await page.getByRole("radio", { name: "kg" }).check();
  await next(page);
  await page.getByLabel("Giá bán").fill("60.000");
  await next(page);
  await page.getByLabel("Có mấy phần như trên").fill("40");
  await next(page);
}

function productsNamed(dataDir: string, name: string) {
  const file = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  try {
    return file
      .prepare(
        `SELECT status, price_vnd AS price, pack_label AS pack,
           (SELECT count(*) FROM photos WHERE photos.product_id = products.id) AS photos
         FROM products WHERE name = ?`,
      )
      .all(name);
  } finally {
    file.close();
  }
}

test("listed without a line, it is sent when the line is back, once", async ({
  page,
  context,
  shop,
}) => {
  test.setTimeout(120_000);
  const name = "Cam soạn khi mất mạng";
  await signInByForm(page, PHONES.household);
  await openDesk(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Đăng sản phẩm mới" }).click();
  await expect(heading(page)).toHaveText("Chụp ảnh món hàng");
  await expect(page.getByText("Chưa có mạng. Cứ soạn tiếp")).toBeVisible();
  await page.getByRole("button", { name: "Lưu ảnh, đi tiếp" }).click();
  await expect(page.getByRole("alert")).toHaveText("Xin chọn một ảnh.");
  await page.getByLabel("Chụp ảnh").setInputFiles(await photo());
  await page.getByRole("button", { name: "Lưu ảnh, đi tiếp" }).click();
  await expect(page.getByText("Bước 2 trên 5")).toBeVisible();
  await tellKindAndName(page, name);
  await expect(heading(page)).toHaveText("Bán theo gì?");
  // Nothing is lost with the page, or with the phone's battery.
  await page.reload();
  await expect(heading(page)).toHaveText("Bán theo gì?");
  await page.getByRole("button", { name: "Chục" }).click();
  await page.getByLabel("1 chục = ?").fill("mười hai");
  await next(page);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("1 chục = ?")).toHaveValue("mười hai");
  await page.goBack();
  await page.getByRole("button", { name: "Chục" }).click();
  await tellContentPriceAndStock(page);
  await expect(heading(page)).toHaveText("Xem lại rồi gửi");
  await expect(page.getByText("chục 12 quả")).toBeVisible();
  const kept = page.getByRole("img", { name: "Ảnh của sản phẩm này" });
  const width = () => kept.evaluate((one: HTMLImageElement) => one.naturalWidth);
  await expect.poll(width).toBe(900);
  await page.getByRole("button", { name: "Xong, gửi duyệt khi có mạng" }).click();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("Soạn xong, chờ có mạng để gửi");
  expect(productsNamed(shop.dataDir, name)).toEqual([]);

  await context.setOffline(false);
  await expect(row).toContainText("Đã gửi xong", { timeout: 30_000 });
  expect(productsNamed(shop.dataDir, name)).toEqual([
    { status: "awaiting_approval", price: 60_000, pack: "chục 12 quả", photos: 1 },
  ]);
  await row.getByRole("link", { name: "Xem" }).click();
  await expect(heading(page)).toHaveText(name);
  await page.goto("/offline/listing");
  await expect(page.getByText(name)).toHaveCount(0);
});

test("what is being changed is not sent under one's hands: it has to be finished again", async ({
  page,
  context,
  shop,
}) => {
  test.setTimeout(120_000);
  const name = "Hồng đổi giá lúc chờ mạng";
  await signInByForm(page, PHONES.household);
  await openDesk(page);
  await context.setOffline(true);
  await page.goto("/offline/listing#new");
  await page.getByRole("button", { name: "Để sau" }).click();
  await tellKindAndName(page, name);
  await page.getByRole("button", { name: "Chục" }).click();
  await tellContentPriceAndStock(page);
  await page.getByRole("button", { name: "Xong, gửi duyệt khi có mạng" }).click();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await row.getByRole("link", { name: "Tiếp tục" }).click();
  await page.getByRole("link", { name: "Sửa Giá" }).click();
  await expect(page.getByLabel("Giá bán")).toHaveValue("60.000");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await context.setOffline(false);
  await expect(page.getByText("Chưa có mạng. Cứ soạn tiếp")).toBeHidden();
  await page.getByLabel("Giá bán").fill("75.000");
  await next(page);
  await expect(heading(page)).toHaveText("Xem lại rồi gửi");
  await page.goBack();
  await page.goForward();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  expect(asked).not.toContain("/household/listings/kept");
  expect(productsNamed(shop.dataDir, name)).toEqual([]);
  await page.getByRole("button", { name: "Xong, gửi duyệt khi có mạng" }).click();
  await expect(row).toContainText("Đã gửi xong", { timeout: 30_000 });
  expect(productsNamed(shop.dataDir, name)).toEqual([
    { status: "awaiting_approval", price: 75_000, pack: "chục 12 quả", photos: 0 },
  ]);
});

test("what one household kept on a phone, the next one on it neither sees nor sends", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const name = "Mận giữ trên máy chung";
  const row = page.getByRole("listitem").filter({ hasText: name });
  await signInByForm(page, PHONES.household);
  await openDesk(page);
  await page.goto("/offline/listing#new");
  await page.getByRole("button", { name: "Để sau" }).click();
  await tellKindAndName(page, name);
  await expect(heading(page)).toHaveText("Bán theo gì?");
  const place = page.url();
  // From a page that was opened before, so that no desk has sent it first.
  await page.evaluate(() => {
    const form = Object.assign(document.createElement("form"), { action: "/sign-out" });
    form.method = "post";
    document.body.append(form);
    form.submit();
  });
  await expect(page.getByRole("link", { name: "Đăng nhập" }).first()).toBeVisible();

  // Nobody is there; then somebody else, with a page of before in the browser's history.
  await page.goto("/offline/listing");
  await expect(page.getByText("Máy này chưa mở gian hàng nào")).toBeVisible();
  await expect(page.getByText("Máy vẫn giữ món của gian hàng khác")).toContainText("Số món: 1");
  await expect(row).toHaveCount(0);
  await signInByForm(page, "0900000102");
  await openDesk(page);
  await expect(page.getByText("Món còn giữ trên máy này, chưa gửi")).toBeHidden();
  await page.goto(place);
  await expect(page.getByText("Máy vẫn giữ món của gian hàng khác")).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.goto(`${place.replace(/\/\w+$/, "/photo")}`);
  await expect(page.getByText("Máy vẫn giữ món của gian hàng khác")).toBeVisible();
  await page.goto("/household/products");
  await page.getByRole("button", { name: "Đăng xuất" }).first().click();

  // Whose it is has it still, and sends it.
  await signInByForm(page, PHONES.household);
  await expect(page.getByText("Đã gửi món còn giữ trên máy này")).toBeVisible();
  await page.goto("/household/products");
  await expect(page.getByText(name).first()).toBeVisible();
  await page.goto("/offline/listing");
  await expect(page.getByText("Máy vẫn giữ món của gian hàng khác")).toBeHidden();
});

test("the line drops in the middle: the phone goes on, and another phone's answer is not overwritten", async ({
  page,
  context,
  browser,
  shop,
}) => {
  test.setTimeout(150_000);
  const name = "Lê soạn dở lúc mất mạng";
  await signInByForm(page, PHONES.household);
  await openDesk(page);
  await page.getByRole("link", { name: "Đăng sản phẩm mới" }).click();
  await page.getByRole("button", { name: "Để sau" }).click();
  await tellKindAndName(page, name);
  await expect(heading(page)).toHaveText("Bán theo gì?");
  const id = /prd_\w+/.exec(page.url())?.[0] ?? "";
  await context.setOffline(true);
  // A form of the shop's own page, sent into nothing.
  await page.getByRole("button", { name: "Chục" }).click();
  await expect(page).toHaveURL(/\/offline\/listing#/);
  await expect(heading(page)).toHaveText("Một chục có bao nhiêu?");
  await tellContentPriceAndStock(page);
  await page.getByRole("link", { name: "Sửa Tên" }).click();
  await page.getByLabel("Tên sản phẩm").fill(`${name} (tôi)`);
  await next(page);
  await page.getByRole("button", { name: "Xong, gửi duyệt khi có mạng" }).click();

  const other = await browser.newContext({ baseURL: shop.origin });
  const otherPage = await other.newPage();
  await signInByForm(otherPage, PHONES.household);
  await otherPage.goto(`/household/listings/${id}/name`);
  await otherPage.getByLabel("Tên sản phẩm").fill(`${name} (máy khác)`);
  await next(otherPage);
  await expect(heading(otherPage)).toHaveText("Bán theo gì?");
  await other.close();

  await context.setOffline(false);
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("Máy khác vừa ghi khác", { timeout: 30_000 });
  await expect(row).toContainText(`${name} (máy khác)`);
  expect(productsNamed(shop.dataDir, `${name} (tôi)`)).toEqual([]);
  await row.getByRole("button", { name: "Lấy của tôi" }).click();
  await expect(row).toContainText("Đã gửi xong", { timeout: 30_000 });
  expect(productsNamed(shop.dataDir, `${name} (tôi)`)).toEqual([
    { status: "awaiting_approval", price: 60_000, pack: "chục 12 quả", photos: 0 },
  ]);
});

test("a photo of 12 megapixels over 64 kbit a second that drop three times arrives once", async ({
  page,
  shop,
}) => {
  test.setTimeout(240_000);
  const line = await openSlowLine(shop.origin, {
    bytesPerSecond: 8_000,
    isSlow: /\/household\/listings\/photos\//,
    cuts: [2, 4, 5],
  });
  try {
    const folders = join(shop.dataDir, "uploads", "photos");
    const before = existsSync(folders) ? readdirSync(folders).length : 0;
    await page.goto(`${line.origin}/sign-in`);
    await page.getByLabel("Số điện thoại").fill(PHONES.household);
    await page.getByLabel("Mật khẩu").fill("cho-phien-demo");
    await page.getByRole("main").getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await expect(page.getByRole("button", { name: "Đăng xuất" }).first()).toBeVisible();
    await page.goto(`${line.origin}/household/products/new`);
    const large = await photo(4_000, 3_000);
    expect(large.buffer.length).toBeGreaterThan(3_000_000);
    await page.getByLabel("Chọn ảnh có sẵn").setInputFiles(large);
    await page.getByRole("button", { name: "Lưu ảnh, đi tiếp" }).click();
    await expect(page.getByText("Đang gửi ảnh")).toBeVisible();
    await expect(heading(page)).toHaveText("Đây là hàng gì?", { timeout: 180_000 });
    expect(line.cutCount()).toBe(3);
    expect(readdirSync(folders)).toHaveLength(before + 1);
    const parts = readdirSync(join(shop.dataDir, "parts"), { recursive: true });
    expect(parts.filter((one) => /[0-9a-f]{64}$/.test(String(one)))).toEqual([]);
  } finally {
    await line.close();
  }
});

test("a photo that another phone was quicker with can still be taken, without a second photograph", async ({
  page,
  browser,
  shop,
}) => {
  test.setTimeout(120_000);
  await signInByForm(page, PHONES.household);
  await page.goto("/household/products/new");
  await page.getByRole("button", { name: "Để sau" }).click();
  await expect(heading(page)).toHaveText("Đây là hàng gì?");
  const id = /prd_\w+/.exec(page.url())?.[0] ?? "";
  await page.goto(`/household/listings/${id}/photo`);
  const other = await browser.newContext({ baseURL: shop.origin, javaScriptEnabled: false });
  const otherPage = await other.newPage();
  await signInByForm(otherPage, PHONES.household);
  await otherPage.goto(`/household/listings/${id}/photo`);
  await otherPage.getByLabel("Chọn ảnh có sẵn").setInputFiles(await photo(600, 500));
  await otherPage.getByRole("button", { name: "Lưu ảnh, đi tiếp" }).click();
  await expect(heading(otherPage)).toHaveText("Đây là hàng gì?");
  await other.close();

  await page.getByLabel("Chọn ảnh có sẵn").setInputFiles(await photo(800, 700));
  await page.getByRole("button", { name: "Lưu ảnh, đi tiếp" }).click();
  await expect(page.getByText("Máy khác vừa ghi câu này")).toBeVisible();
  await page.getByRole("button", { name: "Lấy của tôi" }).click();
  await expect(heading(page)).toHaveText("Đây là hàng gì?");
  await page.goto(`/household/listings/${id}/photo`);
  const shown = page.getByRole("img", { name: "Ảnh của sản phẩm này" });
  await expect(shown).toHaveAttribute("width", "800");
});

test("photos that are refused leave nothing on the phone, and what comes after them is one product", async ({
  page,
}) => {
  await signInByForm(page, PHONES.household);
  await openDesk(page);
  await page.getByRole("link", { name: "Đăng sản phẩm mới" }).click();
  const listingId = page.locator("input[name=listingId]");
  const id = await listingId.inputValue();
  const text = { name: "anh.jpg", mimeType: "image/jpeg", buffer: Buffer.from("không phải ảnh") };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await page.getByLabel("Chọn ảnh có sẵn").setInputFiles(text);
    await page.getByRole("button", { name: "Lưu ảnh, đi tiếp" }).click();
    await expect(page.getByRole("alert")).toContainText("ảnh");
    await expect(listingId).toHaveValue(id);
  }
  await page.goto("/household/products");
  await expect(page.getByRole("link", { name: "Đăng sản phẩm mới" })).toBeVisible();
  await page.goto("/offline/listing");
  await expect(heading(page)).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveCount(0);
});

test("a helper who works for no household any more is led back to this one, and it is sent then", async ({
  page,
  shop,
}) => {
  test.setTimeout(120_000);
  const name = "Đào soạn giúp hộ";
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.agent);
  await page.goto("/agent");
  const rows = page.getByRole("listitem").filter({ hasText: "Làm thay hộ này" });
  const nameOf = async (i: number) =>
    ((await rows.nth(i).getByRole("heading").textContent()) ?? "").trim();
  const first = await nameOf(0);
  await rows.nth(0).getByRole("button", { name: "Làm thay hộ này" }).click();
  await openDesk(page);
  await page.goto("/offline/listing");
  await page.getByRole("link", { name: "Soạn sản phẩm mới" }).click();
  await page.getByRole("button", { name: "Để sau" }).click();
  await tellKindAndName(page, name);
  await page.getByRole("button", { name: "Cân (kg)" }).click();
  await expect(heading(page)).toHaveText("Mỗi lần bán mấy cân?");
  await expect(page.getByText("Bán từng cân thì ghi 1")).toBeVisible();
  await next(page);
  await page.getByLabel("Giá bán").fill("60.000");
  await next(page);
  await page.getByLabel("Có mấy phần như trên").fill("40");
  await next(page);

  // In another tab; a page of the desk would have sent what there is.
  const stopped = await page.request.post("/agent/acting", { form: { stop: "1" } });
  expect(stopped.ok()).toBe(true);

  await page.getByRole("button", { name: "Xong, chỉ lưu nháp" }).click();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("xin chuyển sang làm thay hộ này rồi gửi");
  await expect(row.getByRole("link", { name: "Đăng nhập" })).toBeHidden();
  expect(productsNamed(shop.dataDir, name)).toEqual([]);
  await row.getByRole("link", { name: "Làm thay hộ này" }).click();
  await page.getByRole("button", { name: `Làm thay ${first}` }).click();
  await expect(page).toHaveURL(/\/offline\/listing$/);
  await expect(row).toContainText("Đã gửi xong");
  expect(productsNamed(shop.dataDir, name)).toMatchObject([{ status: "draft" }]);
});
