import type { Page } from "@playwright/test";
import { registerHelped } from "../support/handed-code";
import { expect, openSignedIn, PHONES, signInByForm, test } from "../support/journey";

/** Somebody whose SIM card is gone keeps the account: with the password, and where that is gone too by an officer's code. */

const PASSWORD = "mat khau cua toi";

/** Other numbers for each run of the file on the same shop. */
const numbersOf = (project: string) => {
  const first = project.startsWith("without") ? 645 : 640;
  return (index: number) => `0900 000 ${first + index}`;
};

/** The digits, which the demo shows instead of sending them. */
async function digitsOn(page: Page): Promise<string> {
  const text = await page.getByText(/Mã của bạn là \d{6}/).textContent();
  return /\d{6}/.exec(text ?? "")?.[0] ?? "";
}

async function openForm(page: Page) {
  await page.goto("/account");
  await page.getByRole("link", { name: /^Đổi số điện thoại/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đổi số điện thoại");
}

async function askFor(page: Page, phone: string, password = PASSWORD) {
  await page.getByLabel("Số điện thoại mới").fill(phone);
  await page.getByLabel("Mật khẩu hiện tại").fill(password);
  await page.getByRole("button", { name: "Gửi mã đến số mới" }).click();
}

async function typeDigits(page: Page, digits: string) {
  await page.getByLabel("Mã 6 số").fill(digits);
  await page.getByRole("button", { name: "Đổi sang số này" }).click();
}

async function signUp(page: Page, phone: string, name: string) {
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "Họ và tên" }).fill(name);
  await page.getByRole("textbox", { name: "Số điện thoại" }).fill(phone);
  await page.getByLabel("Mật khẩu mới").fill(PASSWORD);
  await page.getByRole("checkbox", { name: /^Tôi đồng ý/ }).check();
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(page.getByRole("button", { name: "Đăng xuất" }).first()).toBeVisible();
}

test("a buyer changes over to a new number, and not to somebody else's", async ({ browser, page }, {
  project,
}) => {
  test.setTimeout(120_000);
  const phone = numbersOf(project.name);
  const other = await browser.newPage();
  await signUp(other, phone(1), "Lò Thị Số Khác");
  await other.close();
  await signUp(page, phone(0), "Lò Thị Đổi Số");
  const elsewhere = await browser.newPage();
  await signInByForm(elsewhere, phone(0), PASSWORD);

  // What is wrong is said at its field, and the number that was typed stays.
  await openForm(page);
  await expect(page.getByText(`Số đang dùng: ${phone(0)}`)).toBeVisible();
  await askFor(page, phone(0));
  await expect(page.getByRole("alert").first()).toContainText("Bạn đang dùng số này");
  await askFor(page, phone(2), "khong phai mat khau");
  await expect(page.getByLabel("Số điện thoại mới")).toHaveValue(phone(2));
  await expect(page.getByRole("alert").first()).toContainText("Mật khẩu");

  // Somebody else's number: nothing says so before the digits came back.
  await askFor(page, phone(1));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhập mã gửi đến số mới");
  await typeDigits(page, await digitsOn(page));
  await expect(page.getByRole("alert")).toContainText("thuộc một tài khoản khác");
  await page.getByRole("link", { name: "Nhập số mới khác" }).click();

  // The new one: wrong digits first, then the right ones.
  await askFor(page, phone(2));
  await expect(page.getByText(`Mã đã gửi đến số ${phone(2)}`)).toBeVisible();
  await expect(page.getByText("Chưa có gì thay đổi")).toBeVisible();
  const digits = await digitsOn(page);
  await typeDigits(page, digits === "000000" ? "000001" : "000000");
  await expect(page.getByRole("alert").first()).toContainText("Còn thử được 4 lần");
  await typeDigits(page, digits);
  await expect(page.getByText("Đã đổi số điện thoại.")).toBeVisible();
  await expect(page.getByText(phone(2))).toBeVisible();

  // This browser stays in, every other one is out, and only the new number opens the account.
  await page.reload();
  await expect(page.getByText(phone(2))).toBeVisible();
  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.getByLabel("Số điện thoại").fill(phone(0));
  await elsewhere.getByLabel("Mật khẩu").fill(PASSWORD);
  const button = { name: "Đăng nhập", exact: true } as const;
  await elsewhere.getByRole("main").getByRole("button", button).click();
  await expect(elsewhere.getByRole("alert")).toBeVisible();
  await signInByForm(elsewhere, phone(2), PASSWORD);
});

test("a household that lost SIM and password comes in by an officer's code and changes over", async ({
  browser,
  page,
  shop,
}, { project }) => {
  test.setTimeout(120_000);
  const phone = numbersOf(project.name);
  const name = `Hộ Mẫu Mất SIM ${project.name.startsWith("without") ? "Hai" : "Một"}`;
  await registerHelped(shop.origin, { phone: phone(3), name });
  const officer = await openSignedIn(browser, PHONES.department);
  const openCodes = async () => {
    await officer.goto("/department/households?status=pending");
    await officer.getByRole("link", { name: `Trao mã cho ${name}` }).click();
  };
  await openCodes();
  await officer.getByLabel("Gặp trực tiếp, có giấy tờ tùy thân").check();
  await officer.getByLabel("Ghi rõ cách nhận ra").fill("Bà Mẫu đến Sở, có thẻ căn cước");
  await officer.getByRole("button", { name: "Tạo mã" }).click();
  const code = (await officer.getByText(/^\d{4} \d{4}$/).textContent()) ?? "";

  await page.goto("/sign-in/helper-code");
  await page.getByLabel("Số điện thoại").fill(phone(3));
  await page.getByLabel("8 số được trao").fill(code);
  await page.getByLabel("Mật khẩu mới, chỉ bạn biết").fill(PASSWORD);
  await page.getByRole("button", { name: "Vào gian hàng" }).click();
  await expect(page).toHaveURL(/\/household/);

  await openForm(page);
  await expect(page.getByText(`Số liên hệ của ${name} cũng đổi`)).toBeVisible();
  await askFor(page, phone(4));
  await typeDigits(page, await digitsOn(page));
  await expect(page.getByText("Số liên hệ của hộ cũng là số này.")).toBeVisible();

  // The household reads it above all else, and what it means for its money.
  await page.goto("/household");
  await expect(page.getByText(/đã đổi số điện thoại, số mới có đuôi \d{3}/)).toBeVisible();
  await page.getByRole("link", { name: "Xem các lần đổi số" }).click();
  await expect(page.getByRole("heading", { name: "Các lần đổi số điện thoại" })).toBeVisible();
  await expect(page.getByText(`•••• ${phone(3).slice(-3)}`)).toBeVisible();

  // The department calls the number before, before it hands over the next code.
  await openCodes();
  await expect(officer.getByText(/hãy gọi cả số trước khi đổi/)).toBeVisible();
  await expect(officer.getByRole("link", { name: phone(3) })).toBeVisible();
  await expect(officer.getByRole("link", { name: phone(4) }).first()).toBeVisible();

  // It was not the household: recognised by its papers, it has the number before back, and comes in by it.
  await officer.getByRole("link", { name: /báo không phải mình đổi số$/ }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Trả lại số điện thoại cũ");
  await expect(officer.getByLabel("Gọi lại số hộ đã đăng ký")).toHaveCount(0);
  await officer.getByLabel("Ghi rõ cách nhận ra").fill("Bà Mẫu lại đến Sở, có thẻ căn cước");
  await officer.getByRole("button", { name: "Trả lại số cũ" }).click();
  await expect(officer.getByRole("alert").last()).toContainText("Xin chọn cách nhận ra hộ.");
  await expect(officer.getByLabel("Ghi rõ cách nhận ra")).toHaveValue(/lại đến Sở/);
  await officer.getByLabel("Gặp trực tiếp, có giấy tờ tùy thân").check();
  await officer.getByRole("button", { name: "Trả lại số cũ" }).click();
  await expect(officer.getByRole("alert").last()).toContainText("Hãy gọi số cũ");
  await officer.getByLabel("Tôi đã gọi số cũ, và máy trong tay hộ đổ chuông").check();
  await officer.getByRole("button", { name: "Trả lại số cũ" }).click();
  await expect(officer.getByText("Đã trả lại số cũ.")).toBeVisible();
  await expect(officer.getByText("Trở lại số cũ lúc")).toBeVisible();
  await page.goto("/household");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/sign-in/code");
  await page.getByLabel("Số điện thoại").fill(phone(3));
  await page.getByRole("button", { name: "Gửi mã cho tôi" }).click();
  await page.getByLabel("Mã 6 số").fill(await digitsOn(page));
  await page.getByRole("button", { name: "Xong" }).click();
  await page.goto("/household");
  await expect(page.getByText(/đã trở lại số cũ, có đuôi \d{3}/)).toBeVisible();
});
