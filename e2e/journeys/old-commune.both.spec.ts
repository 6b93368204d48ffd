import { expect, PHONES, signInByForm, test } from "../support/journey";

test("who knows their commune by its old name is led to the new one, and loses nothing", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/register?by=password");
  await page.getByLabel("Tên hộ hoặc cơ sở").fill("Hộ bà Mẫu Pả Vi");
  await page.getByLabel("Họ và tên người phụ trách").fill("Vừ Thị Mẫu");
  await page.getByLabel("Thôn, bản, ấp, số nhà").fill("Thôn Mã Pì Lèng");
  await page.getByLabel("Không thấy xã mình?").fill("xã pả vi");
  await page.getByLabel("Không thấy xã mình?").press("Enter");
  await expect(page.getByRole("alert").first()).toContainText("Xã Pả Vi nay là Xã Mèo Vạc");
  const commune = page.getByLabel("Xã, phường, đặc khu");
  await expect(commune.locator("option:checked")).toHaveText("Xã Mèo Vạc");
  await expect(commune).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Tên hộ hoặc cơ sở")).toHaveValue("Hộ bà Mẫu Pả Vi");
  await expect(page.getByLabel("Thôn, bản, ấp, số nhà")).toHaveValue("Thôn Mã Pì Lèng");
});

test("a helper finds it too, whatever else is still missing", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.agent);
  await page.goto("/agent/households/new");
  await page.getByLabel("Tên hộ hoặc cơ sở").fill("Hộ ông Mẫu Pả Vi");
  await page.getByLabel("Họ và tên người phụ trách").fill("Vừ Mí Mẫu");
  await page.getByLabel("Thôn, bản, ấp, số nhà").fill("Thôn Mã Pì Lèng");
  await page.getByLabel("Không thấy xã mình?").fill("Không Có Xã Này");
  await page.getByLabel(/Hộ đã được nghe đọc/).check();
  await page.getByRole("button", { name: "Đăng ký cho hộ" }).click();
  await expect(page.getByRole("alert").first()).toContainText("không có xã cũ nào tên như vậy");
  await page.getByLabel("Không thấy xã mình?").fill("pa vi");
  await page.getByRole("button", { name: "Đăng ký cho hộ" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Xã Pả Vi nay là Xã Mèo Vạc");
  await expect(page.getByLabel(/Hộ đã được nghe đọc/)).toBeChecked();
});

test("who begins to register stays at registering while the phone is asked for", async ({
  page,
}) => {
  await page.goto("/register");
  await page.getByLabel("Số điện thoại").fill("12");
  await page.getByRole("button", { name: "Gửi mã" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đăng ký bán hàng");
  await expect(page).toHaveTitle(/Đăng ký bán hàng/);
});

test("a photo that is too large leads back to the page of its form", async ({ page, baseURL }) => {
  await signInByForm(page, PHONES.household);
  const answer = await page.request.post("/household/profile", {
    headers: { Referer: `${baseURL}/household/profile?from=form`, Origin: baseURL ?? "" },
    multipart: {
      photo: { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(13 * 1024 * 1024) },
    },
  });
  expect(answer.status()).toBe(413);
  const html = await answer.text();
  expect(html).toContain("12 MB");
  expect(html).toContain('href="/household/profile?from=form">Mở lại trang</a>');
});
