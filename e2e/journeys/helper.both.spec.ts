import type { Page } from "@playwright/test";
import { askForCode } from "../support/asked-code";
import { checkIfScripted } from "../support/check-accessibility";
import { expect, openSignedIn, PHONES, signInByForm } from "../support/journey";
import { test } from "../support/own-shop";

/** A helper registers a household, works for it by its consent, and is refused the moment it takes that back. */

const PHONE = "0977123454";
const NAME = "Hộ bà Vàng Thị Mỷ";

async function readDigits(page: Page): Promise<string> {
  const text = await page.getByText(/Mã của bạn là \d{6}/).textContent();
  return /\d{6}/.exec(text ?? "")?.[0] ?? "";
}

test("a helper works for a household by its consent, and not a click longer", async ({
  browser,
  shop,
  page: helper,
}, info) => {
  test.setTimeout(120_000);
  const household = await browser.newPage();
  let code = "";
  const acts = (page: Page) => page.getByRole("region", { name: "Việc đã làm thay hộ" });
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole("main").getByRole("button", { name }).click();

  await test.step("no household has this phone, so it is registered, without a password", async () => {
    await signInByForm(helper, PHONES.agent);
    await helper.goto("/agent");
    await helper.getByRole("main").getByRole("link", { name: "Giúp thêm một hộ" }).click();
    await helper.getByLabel("Số điện thoại của hộ").fill(PHONE);
    await press(helper, "Tìm hộ");
    await expect(helper.getByRole("alert")).toContainText("Không có hộ nào đăng ký bằng số này.");
    await helper.getByRole("link", { name: /Đăng ký cho hộ/ }).click();
    await expect(helper.getByLabel("Mật khẩu")).toHaveCount(0);
    await helper.getByLabel("Tên hộ hoặc cơ sở").fill(NAME);
    await helper.getByLabel("Họ và tên người phụ trách").fill("Vàng Thị Mỷ");
    await helper.getByLabel("Số điện thoại", { exact: true }).fill(PHONE);
    await helper.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
    await helper.getByLabel("Thôn, bản, ấp, số nhà").fill("Thôn Lô Lô Chải");
    await helper.getByLabel(/Hộ đã được nghe đọc/).check();
    await press(helper, "Đăng ký cho hộ");
    await expect(helper.getByText("Đã đăng ký cho hộ.")).toBeVisible();
  });

  await test.step("the household agrees to two kinds of work by the digits it reads out", async () => {
    await press(helper, "Hỏi hộ");
    await expect(helper.getByRole("alert")).toContainText("Xin chọn ít nhất một việc.");
    await helper.getByLabel(/^Sản phẩm:/).check();
    await helper.getByLabel(/^Gian hàng:/).check();
    await helper.getByLabel("3 tháng").check();
    await press(helper, "Hỏi hộ");
    const digits = await readDigits(helper);
    await helper.getByLabel("6 số hộ đọc cho bạn").fill(digits === "111111" ? "222222" : "111111");
    await press(helper, "Hộ đồng ý");
    await expect(helper.getByRole("alert").first()).toBeVisible();
    await helper.getByLabel("6 số hộ đọc cho bạn").fill(digits);
    await press(helper, "Hộ đồng ý");
    await expect(helper.getByText("Đang làm thay", { exact: true })).toBeVisible();
    code = new URL(helper.url()).pathname.split("/").at(-1) ?? "";
    await expect(acts(helper)).toContainText("Đăng ký hộ");
  });

  await test.step("the helper works for it under a banner, without its orders and its money", async () => {
    await press(helper, "Làm thay hộ này");
    await expect(helper.getByText(`Bạn đang làm thay ${NAME}`)).toBeVisible();
    const menu = helper.getByRole("banner");
    await expect(menu.getByRole("link", { name: "Sản phẩm" })).toBeVisible();
    await expect(menu.getByRole("link", { name: "Đơn hàng" })).toHaveCount(0);
    await expect(menu.getByRole("link", { name: "Tiền" })).toHaveCount(0);
    await helper.getByRole("link", { name: "Nghỉ bán" }).click();
    await helper.getByLabel("Nghỉ từ ngày").fill("2027-02-01");
    await helper.getByLabel("Nghỉ đến hết ngày").fill("2027-02-07");
    await helper.getByRole("main").getByRole("button").last().click();
    await expect(helper.getByText(`Bạn đang làm thay ${NAME}`)).toBeVisible();
    await helper.goto("/household/orders");
    await expect(helper).toHaveURL(/\/agent\?problem=no_consent/);
  });

  await test.step("the household comes in by its own code, sees what was done, and ends it", async () => {
    await household.goto(await askForCode(shop.origin, PHONE));
    await household.getByLabel("Mã 6 số").fill(await readDigits(household));
    await press(household, "Xong");
    await household.goto("/household/helpers");
    await expect(household.getByText("Đặt ngày nghỉ bán")).toBeVisible();
    await expect(household.getByText("Đăng ký hộ")).toBeVisible();
    await press(household, "Thôi nhờ người này");
    await expect(household.getByText("Đã thôi.")).toBeVisible();
  });

  await test.step("the helper's next click is refused, and says why", async () => {
    await helper.goto("/household");
    await expect(helper).toHaveURL(/\/agent\?problem=no_consent/);
    await expect(helper.getByText("Chưa làm gì cả")).toBeVisible();
    await expect(helper.getByText(NAME)).toHaveCount(0);
  });

  await test.step("the helper and the department read afterwards what was done", async () => {
    await helper.goto(`/agent/consents/${code}`);
    await expect(acts(helper).getByRole("listitem").first()).toContainText("Đặt ngày nghỉ bán");
    const officer = await openSignedIn(browser, PHONES.department);
    await officer.goto(`/department/helpers/${code}`);
    await expect(acts(officer).getByRole("listitem").first()).toContainText("Đặt ngày nghỉ bán");
    await expect(acts(officer)).toContainText("Đăng ký hộ");
    await checkIfScripted(helper, info);
    await checkIfScripted(officer, info);
    await officer.close();
  });
  await household.close();
});
