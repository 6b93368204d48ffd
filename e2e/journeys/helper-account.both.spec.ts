import { expect, PHONES, signInByForm, test } from "../support/journey";

/** The department makes a helper's account; the helper signs in with what was read to them, and one day helps no more. */

test("an officer adds a helper, who signs in, and ends the work again", async ({
  browser,
  shop,
  page,
}, testInfo) => {
  const { javaScriptEnabled } = testInfo.project.use;
  const phone = javaScriptEnabled === false ? "0900000882" : "0900000881";
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.department);
  await page.goto("/department/helpers");
  await page.getByRole("link", { name: "Thêm người giúp" }).click();
  await page.getByLabel("Họ và tên").fill("Giàng Văn Mẫu");
  await page.getByLabel("Số điện thoại di động").fill("09");
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Giàng Văn Mẫu");
  await page.getByLabel("Số điện thoại di động").fill(phone);
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mật khẩu mới");
  const password = (await page.getByText(/^\d{16}$/).textContent()) ?? "";

  const context = await browser.newContext({
    baseURL: shop.origin,
    locale: "vi-VN",
    viewport: { width: 360, height: 740 },
    ...(javaScriptEnabled === undefined ? {} : { javaScriptEnabled }),
  });
  const helper = await context.newPage();
  await helper.goto("/sign-in");
  await helper.getByLabel("Số điện thoại").fill(phone);
  await helper.getByLabel("Mật khẩu").fill(password);
  await helper.getByRole("button", { name: "Đăng nhập" }).click();
  await helper.goto("/agent");
  await expect(helper.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(helper).toHaveURL(/\/agent$/);

  await page.getByRole("link", { name: "Về trang người giúp" }).click();
  await page.getByRole("link", { name: "Thôi làm người giúp" }).click();
  await page.getByLabel("Vì sao").fill("Chuyển công tác");
  await page.getByRole("button", { name: "Thôi làm người giúp" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã thôi làm người giúp");
  await helper.reload();
  await expect(helper).toHaveURL(/\/sign-in/);

  await page.getByRole("link", { name: "Thêm người giúp" }).click();
  await page.getByLabel("Họ và tên").fill("Giàng Mẫu");
  await page.getByLabel("Số điện thoại di động").fill(phone);
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mở lại tài khoản người giúp");
  await expect(page.getByRole("main")).toContainText("Giàng Văn Mẫu");
  await page.getByRole("button", { name: "Mở lại tài khoản" }).click();
  const renewed = (await page.getByText(/^\d{16}$/).textContent()) ?? "";
  expect(renewed).not.toBe(password);
  await helper.goto("/sign-in");
  await helper.getByLabel("Số điện thoại").fill(phone);
  await helper.getByLabel("Mật khẩu").fill(renewed);
  await helper.getByRole("button", { name: "Đăng nhập" }).click();
  await helper.goto("/agent");
  await expect(helper).toHaveURL(/\/agent$/);
  await context.close();
});

test("an officer sets a commune's target, counted in households that sell", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.department);
  await page.goto("/department/helpers");
  await page.getByRole("link", { name: "Đặt chỉ tiêu cho xã, phường" }).click();
  await page.getByLabel("Số hộ bán được").fill("0");
  await page.getByLabel("Từ ngày").fill("2026-12-31");
  await page.getByLabel("Đến hết ngày").fill("2026-01-01");
  await page.getByRole("button", { name: "Đặt chỉ tiêu" }).click();
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(3);
  await expect(page.getByLabel("Từ ngày")).toHaveValue("2026-12-31");
  await page.getByLabel("Xã, phường").selectOption({ index: 2 });
  await page.getByLabel("Số hộ bán được").fill("37");
  await page.getByLabel("Đến hết ngày").fill("2027-06-30");
  await page.getByRole("button", { name: "Đặt chỉ tiêu" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã đặt chỉ tiêu");
  await expect(page.getByText("0 trên 37 hộ bán được")).toBeVisible();
});
