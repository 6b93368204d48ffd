import { Secret, TOTP } from "otpauth";
import type { Page } from "@playwright/test";
import { checkIfScripted } from "../support/check-accessibility";
import { expect, PHONES, signInByForm, test } from "../support/journey";

/** Two officers let a third in: one has the password, the other the code; the third sets up an app, and loses the phone. */

const SECOND = "0900000005";
const OWN_PASSWORD = "mat khau cua rieng minh";

/** What an app shows that was told this key; codes serve once, so each asks for a later one. */
function appOf(key: string) {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  return {
    now: () => totp.generate(),
    /** The step of 30 seconds after this one: the server takes it half a minute early. */
    next: () => totp.generate({ timestamp: Date.now() + 30_000 }),
  };
}

const keyOn = async (page: Page) =>
  (await page.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "";

async function typePassword(page: Page, phone: string, password: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Số điện thoại").fill(phone);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Xác thực hai lớp");
}

test("a third officer comes in by two others and an app", async ({
  browser,
  shop,
  page,
}, testInfo) => {
  const { javaScriptEnabled } = testInfo.project.use;
  const phone = javaScriptEnabled === false ? "0900000673" : "0900000672";
  const open = async () => {
    const context = await browser.newContext({
      baseURL: shop.origin,
      locale: "vi-VN",
      viewport: { width: 360, height: 740 },
      ...(javaScriptEnabled === undefined ? {} : { javaScriptEnabled }),
    });
    return context.newPage();
  };
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.department);
  await page.goto("/department");
  await page.getByRole("link", { name: "Cán bộ của Sở" }).click();
  await page.getByRole("link", { name: "Thêm cán bộ" }).click();
  await page.getByLabel("Họ và tên").fill("Lò Thị Mẫu");
  await page.getByLabel("Số điện thoại di động").fill("09");
  await page.getByRole("button", { name: "Đề nghị" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Lò Thị Mẫu");
  await page.getByLabel("Số điện thoại di động").fill(phone);
  await page.getByRole("button", { name: "Đề nghị" }).click();
  const password = (await page.getByText(/^\d{16}$/).textContent()) ?? "";
  await page.getByRole("link", { name: "Về danh sách cán bộ" }).click();
  const asked = page.getByRole("row").filter({ hasText: "Lò Thị Mẫu" });
  await expect(asked).toContainText("Chờ cán bộ khác đồng ý");
  // Who asked cannot answer it.
  await expect(asked.getByRole("link", { name: "Xem và trả lời" })).toHaveCount(0);
  await checkIfScripted(page, testInfo);

  const second = await open();
  await signInByForm(second, SECOND);
  await second.goto("/department/officers");
  await second
    .getByRole("row")
    .filter({ hasText: "Lò Thị Mẫu" })
    .getByRole("link", { name: "Xem và trả lời" })
    .click();
  await second.getByRole("button", { name: "Đồng ý, lấy mã mở" }).click();
  const code = (await second.getByText(/^\d{8}$/).textContent()) ?? "";

  const third = await open();
  await typePassword(third, phone, password);
  await checkIfScripted(third, testInfo);
  const app = appOf(await keyOn(third));
  await third.getByRole("button", { name: "Xong, vào trang của Sở" }).click();
  await expect(third.getByRole("alert").getByRole("listitem")).toHaveCount(3);
  await third.getByLabel("Mã mở 8 số").fill(code);
  await third.getByLabel("Mã 6 số").fill(app.now());
  await third.getByLabel("Mật khẩu mới").fill(OWN_PASSWORD);
  await third.getByRole("button", { name: "Xong, vào trang của Sở" }).click();
  await expect(third.getByRole("heading", { name: "Mã dự phòng" })).toBeVisible();
  const papers = await third.getByRole("main").getByRole("listitem").allTextContents();
  expect(papers).toHaveLength(10);
  await third.getByRole("link", { name: "Đi tiếp" }).click();
  await expect(third).toHaveURL(/\/department$/);
  await third.goto("/account");
  await third.getByRole("button", { name: "Đăng xuất" }).click();

  await typePassword(third, phone, OWN_PASSWORD);
  await third.getByLabel("Mã").fill("12");
  await third.getByRole("main").getByRole("button", { name: "Đăng nhập" }).click();
  await expect(third.getByRole("alert")).toContainText("6 chữ số");
  await third.goto("/department");
  await expect(third).toHaveURL(/\/sign-in\?next=%2Fdepartment$/);
  await typePassword(third, phone, OWN_PASSWORD);
  await third.getByLabel("Mã").fill(app.next());
  await third.getByRole("main").getByRole("button", { name: "Đăng nhập" }).click();
  await expect(third).toHaveURL(/\/department$/);
  await third.goto("/account");
  await third.getByRole("button", { name: "Đăng xuất" }).click();

  // The phone is lost: in by a code on paper, and over to another phone by a second one.
  await typePassword(third, phone, OWN_PASSWORD);
  await third.getByLabel("Mã").fill(papers[0] ?? "");
  await third.getByRole("main").getByRole("button", { name: "Đăng nhập" }).click();
  await expect(third.getByRole("alert")).toContainText("Còn 9 mã");
  await checkIfScripted(third, testInfo);
  const another = appOf(await keyOn(third));
  await third.getByLabel("Mã cũ").fill(papers[1] ?? "");
  await third.getByLabel("Mã mới 6 số").fill(another.now());
  await third.getByRole("button", { name: "Chuyển" }).click();
  await expect(third.getByRole("heading", { name: "Mã dự phòng" })).toBeVisible();
  await third.goto("/department/officers");
  await expect(third.getByRole("heading", { level: 1 })).toHaveText("Cán bộ của Sở");

  // One colleague is enough to end it, at once.
  await page.reload();
  await page.getByRole("link", { name: "Lò Thị Mẫu" }).click();
  await page.getByRole("link", { name: "Thôi làm cán bộ" }).click();
  await page.getByLabel("Vì sao").fill("Chuyển công tác");
  await page.getByRole("button", { name: "Thôi làm cán bộ" }).click();
  await expect(page.getByRole("status").first()).toContainText("không còn vào được");
  await third.reload();
  await expect(third).toHaveURL(/\/sign-in/);
  await second.context().close();
  await third.context().close();
});
