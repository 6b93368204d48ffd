import { expect, openSignedIn, PHONES, test } from "../support/journey";

/** A household that no message reaches comes in by the code which its helper hands over, and by its own password then. */

test("a helper registers a household, hands it a code, and it comes in", async ({
  browser,
  page,
}, testInfo) => {
  test.setTimeout(120_000);
  const isScripted = testInfo.project.use.javaScriptEnabled !== false;
  const phone = isScripted ? "0900 000 591" : "0900 000 592";
  const helper = await openSignedIn(browser, PHONES.agent);
  await helper.goto("/agent/households/new");
  await helper.getByLabel("Tên hộ hoặc cơ sở").fill("Hộ vào bằng mã giấy");
  await helper.getByLabel("Họ và tên người phụ trách").fill("Sùng Thị Mẫu");
  await helper.getByLabel("Số điện thoại").fill(phone);
  await helper.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
  await helper.getByLabel("Thôn, bản, ấp, số nhà").fill("Thôn Lô Lô Chải");
  await helper.getByLabel("Hộ đã được nghe đọc điều khoản").check();
  await helper.getByRole("button", { name: "Đăng ký cho hộ" }).click();
  await helper.getByRole("link", { name: /Đưa mã vào chợ$/ }).click();
  await helper.getByRole("button", { name: "Tạo mã" }).click();
  await expect(helper.getByText(`nhập số ${phone}`)).toBeVisible();
  const digits = (await helper.getByText(/^\d{4} \d{4}$/).textContent()) ?? "";

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Có mã của người giúp hay của Sở?" }).click();
  await page.getByLabel("Số điện thoại").fill(phone);
  await page.getByLabel("8 số được trao").fill(digits === "0000 0000" ? "0000 0001" : "0000 0000");
  await page.getByLabel("Mật khẩu mới, chỉ bạn biết").fill("mat khau cua ho");
  await page.getByRole("button", { name: "Vào gian hàng" }).click();
  await expect(page.getByRole("alert")).toContainText("Số điện thoại hoặc mã không đúng");
  await expect(page.getByLabel("Số điện thoại")).toHaveValue(phone);
  await page.getByLabel("8 số được trao").fill(digits);
  await page.getByLabel("Mật khẩu mới, chỉ bạn biết").fill("mat khau cua ho");
  await page.getByRole("button", { name: "Vào gian hàng" }).click();
  await expect(page).toHaveURL(/\/household/);
  await expect(page.getByText("Hộ vào bằng mã giấy").first()).toBeVisible();

  // Nobody else comes in by it, and the helper makes no other.
  await helper.goBack();
  await helper.reload();
  await helper.getByRole("button", { name: "Tạo mã" }).click();
  await expect(helper.getByText(/^Lúc .* đã có người vào tài khoản này bằng mã do/)).toBeVisible();
});
