import type { Page } from "@playwright/test";
import sharp from "sharp";
import { checkLedgerFile } from "../support/check-ledger-file";
import { amountIn, dong, expect, PHONES, signInByForm, reload } from "../support/journey";
import { test } from "../support/own-shop";

/**
 * How a household sends, and what sending costs: told before anyone pays.
 * A shop of its own: rules and tariff change for everyone.
 */

const POINT = { name: "Bưu điện xã Bình Xa", address: "cổng chợ", hours: "7:00 đến 11:00" };

async function photo() {
  const picture = { width: 800, height: 600, channels: 3, background: "#2f6b3a" } as const;
  const buffer = await sharp({ create: picture }).jpeg().toBuffer();
  return { name: "giao.jpg", mimeType: "image/jpeg", buffer };
}

/** The page that a button or a choice asks for: by itself with JavaScript, by a button without. */
async function press(page: Page, name: string) {
  const button = page.getByRole("button", { name });
  if (await button.isVisible()) await button.click();
}

test("a household says how it sends; a far commune is refused before paying, and picking up works", async ({
  browser,
  shop,
  page: buyer,
}) => {
  test.setTimeout(120_000);
  const household = await browser.newPage();
  const fact = (name: string) => buyer.getByRole("term").filter({ hasText: name });

  let phone = "";
  await test.step("the product's page says what the household has said", async () => {
    await buyer.goto("/products?q=vit+bau");
    await buyer
      .getByRole("link", { name: /Vịt bầu/ })
      .first()
      .click();
    await expect(fact("Gửi hàng tươi")).toBeVisible();
    await expect(buyer.getByText("Chỉ gửi trong tỉnh", { exact: true })).toBeVisible();
    await expect(buyer.getByText(/^thứ Hai đến thứ Năm; chuyến gần nhất: thứ/)).toBeVisible();
    const link = buyer.locator('main a[href^="tel:"]').first();
    phone = ((await link.getAttribute("href")) ?? "").replace("tel:", "");
  });

  await test.step("the household changes it", async () => {
    await signInByForm(household, phone);
    await household.goto("/household");
    await household.getByRole("link", { name: "Gửi hàng" }).click();
    await household.getByRole("radio", { name: "Trong tỉnh và tỉnh gần" }).check();
    for (const day of ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm"]) {
      await household.getByRole("checkbox", { name: day }).uncheck();
    }
    await household.getByRole("button", { name: "Lưu cách gửi" }).click();
    await expect(household.getByRole("alert")).toContainText("Xin đánh dấu ít nhất một ngày");
    await expect(household.getByRole("radio", { name: "Trong tỉnh và tỉnh gần" })).toBeChecked();
    await household.getByRole("checkbox", { name: "Thứ Ba" }).check();
    await household.getByRole("checkbox", { name: "Thứ Sáu" }).check();
    await household.getByRole("button", { name: "Lưu cách gửi" }).click();
    await expect(household.getByRole("status").first()).toContainText("Đã lưu cách gửi");
    await household.getByRole("link", { name: "Thêm điểm đến lấy" }).click();
    await household.getByLabel("Tên điểm").fill(POINT.name);
    await household.getByLabel("Xã, phường").selectOption({ label: "Xã Bình Xa" });
    await household.getByLabel("Thôn, xóm, số nhà").fill(POINT.address);
    await household.getByLabel("Giờ mở").fill(POINT.hours);
    await household.getByRole("button", { name: "Lưu điểm này" }).click();
    await expect(household.getByRole("status").first()).toContainText("Đã thêm điểm đến lấy");
  });

  await test.step("the buyer sees it at once, and that it does not go so far", async () => {
    await reload(buyer);
    await expect(buyer.getByText("Chỉ gửi trong tỉnh và tỉnh gần")).toBeVisible();
    await expect(buyer.getByText(/^thứ Ba, thứ Sáu; chuyến gần nhất: thứ/)).toBeVisible();
    await buyer.getByRole("button", { name: "Thêm vào giỏ" }).click();
    await expect(buyer.getByText("Chỉ gửi trong tỉnh và tỉnh gần")).toBeVisible();
    await expect(buyer.getByText(/Có thể đến lấy/)).toBeVisible();
    await buyer.getByRole("button", { name: "Đặt hàng", exact: true }).click();
    await buyer.getByLabel("Họ và tên người nhận").fill("Trần Văn Mẫu");
    await buyer.getByLabel("Điện thoại").fill("0900 000 555");
    await buyer.getByLabel("Địa chỉ").fill("12 phố Mẫu");
    await buyer.getByLabel("Tỉnh, thành phố").selectOption({ label: "Thành phố Hồ Chí Minh" });
    await press(buyer, "Chọn");
    await expect(buyer.getByText(/Nơi bán chỉ gửi hàng tươi này/).first()).toBeVisible();
    await buyer.getByLabel("Xã, phường, đặc khu").selectOption({ index: 1 });
    await buyer.getByRole("radio", { name: /Tiền mặt/ }).check();
    await expect(buyer.getByRole("link", { name: "Xem lại giỏ hàng" })).toBeVisible();
    await expect(buyer.getByRole("button", { name: /^Đặt hàng · / })).toBeHidden();
    await buyer.getByLabel("Địa chỉ").press("Enter");
    await expect(buyer.getByRole("alert")).toContainText("không gửi được đến nơi nhận này");
    await expect(buyer.getByLabel("Địa chỉ")).toHaveValue("12 phố Mẫu");
  });

  let code = "";
  await test.step("coming for it costs no shipping", async () => {
    await buyer.getByRole("radio", { name: `Đến lấy tại ${POINT.name}` }).check();
    await press(buyer, "Tính lại phí gửi");
    const summary = buyer.getByRole("region", { name: "Đơn của bạn" });
    await expect(summary.getByText(`Đến lấy tại ${POINT.name}`)).toBeVisible();
    await expect(summary.getByText(/Nơi bán chỉ gửi/)).toBeHidden();
    const price = amountIn(await summary.locator("li").last().textContent());
    expect(price).toBeGreaterThan(0);
    await buyer.getByRole("button", { name: /^Đặt hàng · / }).click();
    await expect(buyer).toHaveURL(/\/orders\/UQ/);
    code = new URL(buyer.url()).pathname.split("/").at(-1) ?? "";
    await expect(buyer.getByText(POINT.name)).toBeVisible();
    await expect(buyer.getByText(`Giờ mở: ${POINT.hours}`)).toBeVisible();
    await expect(buyer.getByText(dong(0)).first()).toBeVisible();
  });

  await test.step("the household has it ready, and hands it over", async () => {
    await household.goto(`/household/orders/${code}-1`);
    await expect(household.getByText(`Khách đến lấy tại ${POINT.name}`)).toBeVisible();
    await household.getByRole("button", { name: "Nhận đơn" }).click();
    await expect(household.getByLabel("Bên giao hàng")).toHaveCount(0);
    await household.getByRole("button", { name: "Hàng đã sẵn sàng để lấy" }).click();
    await household.goto("/household/shipping");
    await household.getByRole("button", { name: `Bỏ điểm ${POINT.name}` }).click();
    await expect(household.getByRole("status").first()).toContainText("Đã bỏ điểm");
    await reload(buyer);
    await expect(
      buyer.getByRole("heading", { level: 1, name: "Hàng đã sẵn sàng để lấy" }),
    ).toBeVisible();
    await expect(buyer.getByText(POINT.name)).toBeVisible();
    await household.goto(`/household/orders/${code}-1`);
    await household.getByRole("button", { name: /Khách đã nhận/ }).click();
    await household.getByRole("link", { name: "Ghi người nhận" }).click();
    await household.getByRole("button", { name: "Lưu bằng chứng" }).click();
    await expect(household.getByRole("alert")).toContainText("Xin ghi tên người nhận");
    await household.getByLabel("Ai nhận hàng?").fill("chị Lan");
    await household.getByLabel("Ảnh lúc giao hàng").setInputFiles(await photo());
    await household.getByRole("button", { name: "Lưu bằng chứng" }).click();
    await expect(household.getByText("Người nhận: chị Lan")).toBeVisible();
    await reload(buyer);
    await expect(buyer.getByRole("heading", { level: 1, name: "Đã giao hàng" })).toBeVisible();
    await expect(buyer.getByText("Người nhận: chị Lan")).toBeVisible();
    const shown = buyer.getByRole("img", { name: "Ảnh lúc giao hàng" });
    await shown.scrollIntoViewIfNeeded();
    await expect
      .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(800);
    expect(checkLedgerFile(shop.dataDir)).toEqual({ differences: [], deliveredOrders: 1 });
  });
  await household.close();
});

test("the department enters a tariff; every page prices by it, and it can be taken back before its day", async ({
  page,
}) => {
  await signInByForm(page, PHONES.department);
  await page.goto("/department");
  await page.getByRole("link", { name: "Biểu phí gửi hàng" }).click();
  await page.getByLabel("Áp dụng từ ngày").fill("01/01/2020");
  await page.getByLabel("Nấc đầu (đ)").first().fill("19.500");
  await page.getByRole("button", { name: "Lưu biểu phí" }).click();
  await expect(page.getByRole("alert")).toContainText("từ hôm nay trở đi");
  await expect(page.getByLabel("Nấc đầu (đ)").first()).toHaveValue("19.500");
  const today = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  }).format(new Date());
  await page.getByLabel("Áp dụng từ ngày").fill(today);
  await page.getByRole("button", { name: "Lưu biểu phí" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã lưu biểu phí");
  const coming = page.getByRole("article").filter({ hasText: "Sẽ áp dụng" });
  await coming.getByRole("button", { name: "Rút lại biểu phí này" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã rút lại");
  await expect(coming).toHaveCount(0);
  await page.goto("/shipping");
  await expect(page.getByRole("row", { name: /Trong tỉnh/ })).toContainText(dong(19_500));
});
