import type { Page } from "@playwright/test";
import { askForCode } from "../support/asked-code";
import {
  answerListing,
  approveHousehold,
  cameraPhoto,
  approveProduct,
  fulfilOrder,
  readDigits,
  registerHousehold,
} from "../support/household-steps";
import { buyFromProductPage, expect, PHONES, signInByForm } from "../support/journey";
import { test } from "../support/own-shop";

/** Registered, listed with a photo, sold and handed over on an old phone: no scripts, 400 kbit/s, 400 ms. */

const BYTES_PER_SECOND = 50_000;
const LATENCY_MS = 400;

async function slowDown(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
}

async function buyInCash(page: Page, product: string): Promise<string> {
  await page.goto(`/products?q=${encodeURIComponent(product)}`);
  await page
    .getByRole("link", { name: new RegExp(product) })
    .first()
    .click();
  const buyer = { name: "Nguyễn Văn Mua", phone: "0900000556", method: "cod" as const };
  return buyFromProductPage(page, buyer);
}

const send = (page: Page) => page.getByRole("button", { name: "Gửi duyệt", exact: true }).click();

test("a household registers, lists a product with a photo and fulfils an order", async ({
  browser,
  page: household,
}) => {
  test.setTimeout(240_000);
  const name = "Hộ Mẫu đường truyền chậm";
  const product = "Mật ong đường chậm";
  expect(household.viewportSize()?.width).toBe(360);
  await slowDown(household);
  const officer = await browser.newPage();
  const buyer = await browser.newPage();
  await registerHousehold(household, { name, phone: "0900 000 889" });
  await signInByForm(officer, PHONES.department);
  await approveHousehold(officer, name);
  await household.goto("/household/products/new");
  const photo = await cameraPhoto();
  const since = Date.now();
  await answerListing(household, product, photo);
  // The line is as slow as it is said to be.
  const leastMs = (photo.buffer.length / BYTES_PER_SECOND) * 1_000;
  expect(Date.now() - since).toBeGreaterThan(leastMs);
  await send(household);
  await expect(household.getByRole("status").first()).toContainText("Đã gửi");
  await approveProduct(officer, product);
  await fulfilOrder(household, await buyInCash(buyer, product));
});

test("a helper does all of it for a household, until the household takes its consent back", async ({
  browser,
  shop,
  page: helper,
}) => {
  test.setTimeout(240_000);
  const phone = "0977123455";
  const name = "Hộ bà Sùng Thị Máy";
  const product = "Mật ong nhờ đăng";
  await slowDown(helper);
  const household = await browser.newPage();
  const officer = await browser.newPage();
  const buyer = await browser.newPage();
  const press = (page: Page, button: string | RegExp) =>
    page.getByRole("main").getByRole("button", { name: button }).click();

  await test.step("it registers the household, which agrees to all three kinds of work", async () => {
    await signInByForm(helper, PHONES.agent);
    await helper.goto("/agent/households/new");
    await helper.getByLabel("Tên hộ hoặc cơ sở").fill(name);
    await helper.getByLabel("Họ và tên người phụ trách").fill("Sùng Thị Máy");
    await helper.getByLabel("Số điện thoại", { exact: true }).fill(phone);
    await helper.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
    await helper.getByLabel("Thôn, bản, ấp, số nhà").fill("Thôn Lô Lô Chải");
    await helper.getByLabel(/Hộ đã được nghe đọc/).check();
    await press(helper, "Đăng ký cho hộ");
    for (const power of [/^Sản phẩm:/, /^Đơn hàng:/, /^Gian hàng:/]) {
      await helper.getByLabel(power).check();
    }
    await helper.getByLabel("3 tháng").check();
    await press(helper, "Hỏi hộ");
    await helper.getByLabel("6 số hộ đọc cho bạn").fill(await readDigits(helper));
    await press(helper, "Hộ đồng ý");
    await expect(helper.getByText("Đang làm thay", { exact: true })).toBeVisible();
  });

  await test.step("the household itself says yes to the terms, which nobody can for it", async () => {
    await household.goto(await askForCode(shop.origin, phone));
    await household.getByLabel("Mã 6 số").fill(await readDigits(household));
    await press(household, "Xong");
    await household.goto("/household/terms");
    await press(household, /đồng ý phiên bản/);
    await expect(household.getByText("Đã ghi: hộ đồng ý với điều khoản.")).toBeVisible();
    await signInByForm(officer, PHONES.department);
    await approveHousehold(officer, name);
  });

  await test.step("it lists a product with a photo, and fulfils the order for it", async () => {
    await press(helper, "Làm thay hộ này");
    await helper.getByRole("banner").getByRole("link", { name: "Sản phẩm" }).click();
    await helper.getByRole("link", { name: "Đăng sản phẩm mới" }).click();
    await answerListing(helper, product);
    await send(helper);
    await expect(helper.getByRole("status").filter({ hasText: "Đã gửi" })).toBeVisible();
    await approveProduct(officer, product);
    await fulfilOrder(helper, await buyInCash(buyer, product));
    await expect(helper.getByText(`Bạn đang làm thay ${name}`)).toBeVisible();
  });

  await test.step("the household reads what was done, ends it, and the next click is refused", async () => {
    await household.goto("/household/helpers");
    await expect(household.getByText("Nhận đơn").first()).toBeVisible();
    await press(household, "Thôi nhờ người này");
    await expect(household.getByText("Đã thôi.")).toBeVisible();
    await helper.getByRole("banner").getByRole("link", { name: "Sản phẩm" }).click();
    await expect(helper).toHaveURL(/\/agent\?problem=no_consent/);
    await expect(helper.getByText("Chưa làm gì cả")).toBeVisible();
  });
});
