import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page, Request } from "@playwright/test";
import Database from "better-sqlite3";
import sharp from "sharp";
import { expect, PHONES, signInByForm } from "../support/journey";
import { test } from "../support/own-shop";
import { placeOrder } from "../support/place-order";
import { openSlowLine } from "../support/slow-line";

/** Photos of forms go small and in parts before their form: over a line that drops, and after one was signed out. */

async function photo(width: number, height: number, name = "anh.jpg") {
  const noise = { type: "gaussian" as const, mean: 140, sigma: 30 };
  const image = sharp({ create: { width, height, channels: 3, background: "#d98226", noise } });
  return { name, mimeType: "image/jpeg", buffer: await image.jpeg({ quality: 90 }).toBuffer() };
}

const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).click();

/** Where parts of files go. */
const PARTS = /\/files\/[0-9a-f]{64}/;

/** A draft without a photo; answers the address of its photos. */
async function draftOf(page: Page): Promise<string> {
  await page.goto("/household/products/new");
  await press(page, "Để sau");
  await page.getByRole("link", { name: "Thực phẩm" }).click();
  await press(page, "Mật ong và nông sản thực phẩm khác");
  await page.getByLabel("Tên sản phẩm").fill("Mật ong chờ ảnh");
  await press(page, "Đi tiếp");
  await press(page, "Chai");
  await page.getByLabel("1 chai = ?").fill("500");
  await press(page, "Đi tiếp");
  await page.getByLabel("Giá bán").fill("150.000");
  await press(page, "Đi tiếp");
  await page.getByLabel("Có mấy phần như trên").fill("12");
  await page.getByLabel("Ngày thu hoạch hoặc ngày làm").fill("2026-11-01");
  await press(page, "Đi tiếp");
  await page.getByRole("button", { name: "Chưa gửi: lưu lại" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã lưu bản nháp");
  return `${new URL(page.url()).pathname}/photos`;
}

function partsLeft(dataDir: string) {
  const folder = join(dataDir, "parts");
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  return names.filter((one) => /[0-9a-f]{64}$/.test(String(one)));
}

function countRows(dataDir: string, table: "photos" | "transfer_claims"): unknown {
  const file = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  try {
    return file.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  } finally {
    file.close();
  }
}

test("a product's photo of 12 megapixels over a slow line that drops three times arrives once", async ({
  page,
  shop,
}) => {
  test.setTimeout(240_000);
  await signInByForm(page, PHONES.household);
  const photos = await draftOf(page);
  const line = await openSlowLine(shop.origin, {
    bytesPerSecond: 24_000,
    isSlow: /\/account\/files\//,
    cuts: [2, 4, 5],
  });
  try {
    // Cookies know no ports.
    const before = Number(countRows(shop.dataDir, "photos"));
    await page.goto(line.origin + photos);
    const large = await photo(4_000, 3_000);
    expect(large.buffer.length).toBeGreaterThan(3_000_000);
    await page.getByLabel("Ảnh sản phẩm").setInputFiles(large);
    const send = page.getByRole("button", { name: "Thêm ảnh này" });
    await send.click();
    await send.click(); // an impatient finger
    await expect(page.getByText("Đang gửi tệp")).toBeVisible();
    await expect(page.getByRole("status").first()).toContainText("Đã thêm ảnh", {
      timeout: 180_000,
    });
    expect(line.cutCount()).toBe(3);
    expect(countRows(shop.dataDir, "photos")).toBe(before + 1);
    expect(partsLeft(shop.dataDir)).toEqual([]);
  } finally {
    await line.close();
  }
});

test("two papers of one form arrive readable, a PDF as it is, and what is no picture is said", async ({
  page,
  shop,
}) => {
  await signInByForm(page, PHONES.household);
  await page.goto("/household/joining/jit_food_safety");
  const files = page.getByLabel("Ảnh chụp hoặc tệp PDF");
  const broken = { name: "anh.heic", mimeType: "image/heic", buffer: Buffer.from("khong phai") };
  const empty = { name: "rong.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(0) };
  const good = await photo(900, 700);
  // The phone knows it, and sends none of them.
  const parts: string[] = [];
  const note = (request: Request) => {
    if (PARTS.test(request.url())) parts.push(request.url());
  };
  page.on("request", note);
  for (const wrong of [broken, empty]) {
    await files.setInputFiles([good, wrong]);
    await press(page, "Gửi cho Sở");
    const said = page.getByRole("alert").filter({ hasText: "không đọc được" });
    await expect(said).toContainText(wrong.name);
  }
  await files.setInputFiles(Array.from({ length: 5 }, (_, i) => ({ ...good, name: `${i}.jpg` })));
  await press(page, "Gửi cho Sở");
  await expect(page.getByRole("alert").filter({ hasText: "Nhiều tệp quá" })).toBeVisible();
  expect(parts).toEqual([]);
  page.off("request", note);
  await expect(page.getByText(/đã gửi lên, không cần chọn lại/)).toHaveCount(0);
  const pdf = Buffer.from("%PDF-1.7\n%%EOF");
  await files.setInputFiles([
    await photo(3_000, 4_000),
    { name: "giay.pdf", mimeType: "application/pdf", buffer: pdf },
  ]);
  await press(page, "Gửi cho Sở");
  await expect(page.getByText("Đã gửi cho Sở xem.")).toBeVisible();
  await page.goto("/household/joining/jit_food_safety");
  const read = async (name: string) => {
    const href = await page.getByRole("link", { name }).getAttribute("href");
    return (await page.request.get(href ?? "")).body();
  };
  // 200 dots an inch of an A4 page.
  expect(await sharp(await read("Tệp 1 (ảnh)")).metadata()).toMatchObject({
    width: 1_800,
    height: 2_400,
  });
  expect(await read("Tệp 2 (PDF)")).toEqual(pdf);
  const left = partsLeft(shop.dataDir);
  expect(left.length).toBeLessThanOrEqual(1); // of what was no picture
});

test("whoever was signed out meanwhile keeps what was typed, and goes on after signing in", async ({
  page,
  context,
}) => {
  const story = "Nhà tôi nuôi ong trên núi đá đã ba đời, hoa bạc hà nở là vào mùa.";
  await signInByForm(page, PHONES.household);
  await page.goto("/household/profile");
  await page.getByLabel("Lời giới thiệu", { exact: true }).fill(story);
  await page.getByLabel(/^Ảnh gia đình/).setInputFiles(await photo(900, 700));
  await context.clearCookies({ name: "session" });
  await press(page, "Gửi duyệt");
  await expect(page.getByRole("alert")).toContainText("Phiên đăng nhập đã hết");
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Đăng nhập (mở trang mới)" }).click();
  const other = await opened;
  await other.getByLabel("Số điện thoại").fill(PHONES.household);
  await other.getByLabel("Mật khẩu").fill("cho-phien-demo");
  await press(other, "Đăng nhập");
  await expect(other.getByRole("button", { name: "Đăng xuất" }).first()).toBeVisible();
  await other.close();
  await expect(page.getByLabel("Lời giới thiệu", { exact: true })).toHaveValue(story);
  await press(page, "Gửi tiếp");
  await expect(page.getByText("Đang chờ Sở duyệt")).toBeVisible();
  await expect(page.getByText(story).first()).toBeVisible();
});

test("a buyer's photo need not be chosen again: not when the line was away, nor for a fault elsewhere", async ({
  page,
  context,
  shop,
}) => {
  test.setTimeout(180_000);
  const list = await (await fetch(`${shop.origin}/products`)).text();
  const productPath = /href="(\/products\/[^"?]+)"/.exec(list)?.[1] ?? "";
  const order = await placeOrder(shop.origin, { productPath });
  await page.goto(order.path.replace("?", "/transfer-claim?"));
  await page.getByLabel("Ảnh biên nhận").setInputFiles(await photo(800, 1_200));
  await page.getByLabel("Mã giao dịch của ngân hàng").fill("FT123");
  // The phone knows that it has no line, and says so without trying.
  await context.setOffline(true);
  await press(page, "Gửi cho chợ");
  await expect(page.getByText("chưa gửi xong")).toBeVisible();
  await context.setOffline(false);
  // It has one, and nothing comes through.
  await page.clock.install();
  await page.route(PARTS, (route) => route.abort());
  await press(page, "Gửi tiếp");
  await expect(page.getByText("Đang gửi tệp")).toBeVisible();
  await expect(page.getByText("chưa gửi xong")).toBeHidden();
  await expect
    .poll(
      async () => {
        await page.clock.runFor(20_000);
        return page.getByText("chưa gửi xong").isVisible();
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await page.unroute(PARTS);
  await press(page, "Gửi tiếp");
  await expect(page.getByRole("alert").first()).toContainText("Chưa ghi số tiền đã chuyển.");
  const kept = page.getByLabel(/Tệp 1 đã gửi lên, không cần chọn lại/);
  await expect(kept).toBeChecked();
  await expect(page.getByLabel("Mã giao dịch của ngân hàng")).toHaveValue("FT123");
  const hours = new Date(Date.now() + 5 * 3_600_000).toISOString();
  const [year, month, day] = hours.slice(0, 10).split("-");
  await page.getByLabel("Số tiền đã chuyển").fill("222.000");
  await page.getByLabel("Ngày chuyển").fill(`${day}/${month}/${year}`);
  await page.getByLabel("Giờ chuyển").fill(hours.slice(11, 16));
  await press(page, "Gửi cho chợ");
  await expect(page.getByText("Chợ đang tìm")).toBeVisible();
  expect(countRows(shop.dataDir, "transfer_claims")).toBe(1);
  expect(partsLeft(shop.dataDir)).toEqual([]);
});

test("whoever is told to wait can send it whole", async ({ page }) => {
  await signInByForm(page, PHONES.household);
  await page.goto("/household/profile");
  await page.getByLabel(/^Ảnh gia đình/).setInputFiles(await photo(900, 700));
  await page.route(PARTS, (route) =>
    route.fulfill({ status: 429, headers: { "Retry-After": "600" } }),
  );
  await press(page, "Gửi duyệt");
  await expect(page.getByRole("alert")).toContainText("xin đợi ít phút");
  await press(page, "Gửi thẳng một lần, không chia nhỏ");
  await expect(page.getByText("Đang chờ Sở duyệt")).toBeVisible();
  await expect(page.getByAltText("Ảnh đã gửi, chờ duyệt")).toBeVisible();
});

test("a phone without the newer functions sends its photos with the form", async ({ page }) => {
  await page.addInitScript(() =>
    Reflect.deleteProperty(HTMLFormElement.prototype, "requestSubmit"),
  );
  const parts: string[] = [];
  page.on("request", (request) => {
    if (PARTS.test(request.url())) parts.push(request.url());
  });
  await signInByForm(page, PHONES.household);
  await page.goto("/household/profile");
  await page.getByLabel(/^Ảnh gia đình/).setInputFiles(await photo(900, 700));
  await press(page, "Gửi duyệt");
  await expect(page.getByAltText("Ảnh đã gửi, chờ duyệt")).toBeVisible();
  expect(parts).toEqual([]);
});
