import type { Page } from "@playwright/test";
import jsQR from "jsqr";
import sharp from "sharp";
import {
  amountIn,
  dong,
  buyFromProductPage,
  expect,
  payInSimulator,
  test,
  waitForWords,
} from "../support/journey";

const BUYER = { name: "Trần Văn Mẫu", phone: "+84 900 000 555", method: "vietqr" } as const;

test("a buyer finds a product without diacritics, pays by QR, and sees it paid", async ({
  page,
  request,
}) => {
  await page.goto("/");
  await page
    .getByRole("searchbox", { name: "Tìm kiếm" })
    .or(page.getByRole("combobox", { name: "Tìm kiếm" }))
    .fill("mat ong bac ha");
  await page.getByRole("search").getByRole("button", { name: "Tìm kiếm" }).click();
  await page
    .getByRole("link", { name: /Mật ong bạc hà/ })
    .first()
    .click();
  const code = await buyFromProductPage(page, BUYER, 2);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chờ chuyển khoản");
  await expect(page.getByText("0900 000 555")).toBeVisible();

  // The QR picture says exactly what the page says.
  const source = await page.getByRole("img", { name: /Mã VietQR/ }).getAttribute("src");
  const read = await readQr(await (await request.get(source ?? "")).body());
  expect(read).toContain(code);
  // Who pays on the same phone keeps it among the photos.
  const save = page.getByRole("link", { name: "Lưu mã QR về máy" });
  const saved = await request.get((await save.getAttribute("href")) ?? "");
  expect(saved.headers()["content-type"]).toBe("image/png");
  expect(await readQr(await saved.body())).toBe(read);
  expect((await request.get(`/orders/${code}/vietqr.png?key=khong-phai`)).status()).toBe(404);
  const total = amountIn(await page.getByText(/^Chuyển khoản .* theo mã/).textContent());
  expect(read).toContain(`54${String(String(total).length).padStart(2, "0")}${total}`);

  await payInSimulator(page);
  await waitForWords(page, "Đã đặt hàng");
  await expect(page.getByRole("img", { name: /Mã VietQR/ })).toHaveCount(0);
  await expect(page.getByText(`Đã nhận đủ ${dong(total)} lúc`)).toBeVisible();
  const english = await page.context().newPage();
  await english.goto(new URL(page.url()).toString().replace("/orders/", "/en/orders/"));
  await expect(english.getByText("Received in full:")).toBeVisible();
});

async function readQr(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture, { density: 300 })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? "";
}

test("a short transfer leaves the rest due, and a second one completes it", async ({ page }) => {
  await openFirstTea(page);
  await buyFromProductPage(page, BUYER);
  await payInSimulator(page, { amount: "10000" });
  await waitForWords(page, "Mới nhận một phần tiền");
  await payInSimulator(page);
  await waitForWords(page, "Đã đặt hàng");
});

test("an order is nobody's but its buyer's", async ({ page }) => {
  await openFirstTea(page);
  const code = await buyFromProductPage(page, BUYER);
  const without = await page.goto(`/orders/${code}`);
  expect(without?.status()).toBe(404);
  const wrong = await page.goto(`/orders/${code}?key=AAAAAAAAAAAAAAAAAAAAAA`);
  expect(wrong?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang này");
});

test("wrong input is explained at its field and nothing typed is lost", async ({ page }) => {
  await openFirstTea(page);
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await page.getByRole("button", { name: "Đặt hàng", exact: true }).click();
  await page.getByLabel("Họ và tên người nhận").fill("Trần Văn Mẫu");
  await page.getByLabel("Điện thoại").fill("12345");
  await page.getByLabel("Địa chỉ").fill("Thôn Mẫu");
  await page.getByRole("button", { name: /^Đặt hàng · / }).click();
  await expect(page.getByRole("alert")).toContainText("Số điện thoại chưa đúng");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Điện thoại")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Điện thoại")).toHaveValue("12345");
  await expect(page.getByLabel("Họ và tên người nhận")).toHaveValue("Trần Văn Mẫu");
});

async function openFirstTea(page: Page) {
  await page.goto("/products/");
  await page
    .getByRole("main")
    .getByRole("link", { name: /chè|trà/i })
    .first()
    .click();
}
