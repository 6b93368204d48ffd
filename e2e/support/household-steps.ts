import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { passJoining } from "./pass-joining";

/** What people do at the desk of a household, as they would, with and without scripts. */

export type NewHousehold = { name: string; phone: string };

export async function registerHousehold(page: Page, { name, phone }: NewHousehold): Promise<void> {
  await page.goto("/register");
  await page.getByRole("textbox", { name: "Số điện thoại" }).fill(phone);
  await page.getByRole("button", { name: "Gửi mã cho tôi" }).click();
  await page.getByRole("textbox", { name: "Mã 6 số" }).fill(await readDigits(page));
  await page.getByRole("button", { name: "Xong" }).click();
  await expect(page.getByText(/Số điện thoại .* đã xác nhận/)).toBeVisible();
  await page.getByRole("textbox", { name: "Tên hộ hoặc cơ sở" }).fill(name);
  await page.getByLabel("Họ và tên người phụ trách").fill("Vàng Thị Mai");
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Mèo Vạc" });
  await page.getByLabel("Thôn, bản, ấp, số nhà").fill("thôn Tìa Chí Dùa");
  await page.getByRole("checkbox", { name: /Tôi đồng ý/ }).check();
  await page.getByRole("checkbox", { name: /điều khoản người bán/ }).check();
  await page.getByRole("button", { name: "Gửi đăng ký" }).click();
  await expect(page.getByText("Sở Công Thương đang xem hồ sơ của hộ")).toBeVisible();
}

/** The digits that the simulated phone shows. */
export async function readDigits(page: Page): Promise<string> {
  const told = await page.getByText(/Mã của bạn là \d{6}/).innerText();
  return /\d{6}/.exec(told)?.[0] ?? "";
}

/** By an officer who is signed in: its list, then the household. */
export async function approveHousehold(officer: Page, name: string): Promise<void> {
  await passJoining(officer, name);
  await officer.goto("/department/approvals");
  await officer.getByRole("button", { name: `Duyệt ${name}` }).click();
  await expect(officer.getByRole("status").first()).toContainText("Đã duyệt");
}

export async function approveProduct(officer: Page, name: string): Promise<void> {
  await officer.goto("/department/approvals");
  await officer.getByRole("button", { name: `Duyệt ${name}` }).click();
  await expect(officer.getByRole("status").first()).toContainText("Đã duyệt đăng bán");
}

export async function photoOf(background: string) {
  const buffer = await sharp({ create: { width: 1600, height: 1200, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name: "mat-ong.jpg", mimeType: "image/jpeg", buffer };
}

/** As large as a phone's camera makes it, over 3 MB. */
export async function cameraPhoto() {
  const raw = { width: 2_400, height: 1_800, channels: 3 } as const;
  const noise = randomBytes(raw.width * raw.height * raw.channels);
  const buffer = await sharp(noise, { raw }).jpeg({ quality: 90 }).toBuffer();
  expect(buffer.length).toBeGreaterThan(3_000_000);
  return { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer };
}

type Photo = Awaited<ReturnType<typeof photoOf>>;

/** Five steps up to the summary: a bottle of honey with a photo, 150.000 đ, twelve of them. */
export async function answerListing(page: Page, name: string, photo?: Photo): Promise<void> {
  const next = () => page.getByRole("button", { name: "Đi tiếp", exact: true }).click();
  await page.getByLabel("Chọn ảnh có sẵn").setInputFiles(photo ?? (await photoOf("#c98b1a")));
  // The photo may be on its way for a while.
  await page.getByRole("button", { name: "Lưu ảnh, đi tiếp" }).click({ timeout: 150_000 });
  await page.getByRole("link", { name: "Thực phẩm" }).click();
  await page.getByRole("button", { name: "Mật ong và nông sản thực phẩm khác" }).click();
  await page.getByLabel("Tên sản phẩm").fill(name);
  await next();
  await page.getByRole("button", { name: "Chai" }).click();
  await page.getByLabel("1 chai = ?").fill("500");
  await next();
  await page.getByLabel("Giá bán").fill("150.000");
  await next();
  await page.getByLabel("Có mấy phần như trên").fill("12");
  await page.getByLabel("Ngày thu hoạch hoặc ngày làm").fill("2026-11-01");
  await next();
}

/** A new order in cash, from the desk's first page to the buyer's door; the household brings it. */
export async function fulfilOrder(page: Page, code: string): Promise<void> {
  await page.goto("/household");
  await page.getByRole("link", { name: /Đơn mới, chờ nhận/ }).click();
  await page
    .getByRole("link", { name: new RegExp(code) })
    .first()
    .click();
  await page.getByRole("button", { name: "Nhận đơn này" }).click();
  await page.getByLabel("Bên giao hàng").selectOption({ label: "Tự giao" });
  await page.getByRole("button", { name: "Đã gửi hàng đi" }).click();
  await page.getByRole("button", { name: "Khách đã nhận và trả tiền" }).click();
  await expect(page.getByText(/Bạn còn nợ chợ .* hoa hồng/)).toBeVisible();
}
