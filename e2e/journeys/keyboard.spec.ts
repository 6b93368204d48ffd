import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { DEMO_PASSWORD, expect, PHONES, test, waitForWords } from "../support/journey";

/** Buying and listing without touching the mouse: only keys, and the focus can always be seen. */

const MAX_TABS = 120;
const MAX_OPTIONS = 200;

/** Presses Tab until the control with this name has the focus; every stop on the way shows where it is. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let i = 0; i < MAX_TABS; i += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const control = document.activeElement;
      if (!(control instanceof HTMLElement) || control === document.body) return null;
      const labels =
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement
          ? [...(control.labels ?? [])].map((label) => label.textContent)
          : [];
      const style = getComputedStyle(control);
      return {
        name: (control.ariaLabel ?? labels.join(" ")) || (control.textContent ?? ""),
        isVisible: style.outlineStyle !== "none" && style.outlineWidth !== "0px",
      };
    });
    if (stop === null) continue;
    expect(stop.isVisible, `the focus on "${stop.name.trim()}" can be seen`).toBe(true);
    const text = stop.name.replaceAll(/\s+/g, " ").trim();
    if (typeof name === "string" ? text.startsWith(name) : name.test(text)) return;
  }
  throw new Error(`no way by Tab to ${String(name)}`);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

/** Goes down a list, option by option. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await tabTo(page, label);
  const chosen = page.locator("select:focus option:checked");
  for (let i = 0; i < MAX_OPTIONS && (await chosen.textContent()) !== option; i += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(chosen).toHaveText(option);
}

/** Presses Enter and waits for the page that it leads to. */
async function enter(page: Page, address: RegExp): Promise<void> {
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(address);
  await page.waitForLoadState();
}

test("a purchase from the home page to the paid order, by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Đến nội dung chính" })).toBeFocused();
  await type(page, "Tìm kiếm", "mat ong bac ha");
  await enter(page, /\/products\?q=/);
  await tabTo(page, /Mật ong bạc hà/);
  await enter(page, /\/products\/mat-ong/);
  await tabTo(page, "Số lượng");
  await page.keyboard.press("ArrowUp");
  await tabTo(page, "Thêm vào giỏ");
  await enter(page, /\/cart/);
  await expect(page.getByLabel(/^Số lượng/)).toHaveValue("2");
  await tabTo(page, "Đặt hàng");
  await enter(page, /\/checkout/);

  // Sent too early: the focus is on what is missing, and its links lead into the fields.
  await tabTo(page, /^Đặt hàng · /);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await tabTo(page, "Xin nhập họ và tên");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Họ và tên người nhận")).toBeFocused();

  await page.keyboard.type("Trần Văn Mẫu");
  await type(page, "Điện thoại", "0900000555");
  await choose(page, "Xã, phường, đặc khu", "Xã Lũng Cú");
  await type(page, "Địa chỉ", "Thôn Lô Lô Chải");
  await tabTo(page, /Chuyển khoản bằng mã/);
  await tabTo(page, /^Đặt hàng · /);
  await enter(page, /\/orders\/UQ/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chờ chuyển khoản");

  await tabTo(page, "Mở ngân hàng mô phỏng");
  await enter(page, /\/simulator\/bank/);
  await tabTo(page, "Chuyển tiền");
  await enter(page, /\/orders\/UQ/);
  await waitForWords(page, "Đã đặt hàng");
});

test("a product listed and sent to the department, by keyboard alone", async ({ page }) => {
  await page.goto("/sign-in?next=%2Fhousehold%2Fproducts");
  await type(page, "Số điện thoại", PHONES.household);
  await type(page, "Mật khẩu", DEMO_PASSWORD);
  await enter(page, /\/household\/products$/);
  await tabTo(page, "Đăng sản phẩm mới");
  await enter(page, /\/household\/products\/new/);

  await tabTo(page, "Để sau");
  await enter(page, /\/household\/listings\/prd_\w+\/kind$/);
  await tabTo(page, "Thực phẩm");
  await enter(page, /\?group=food/);
  await tabTo(page, "Mật ong và nông sản thực phẩm khác");
  await enter(page, /\/name$/);

  await tabTo(page, "Đi tiếp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await tabTo(page, "Xin đặt tên sản phẩm");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Tên sản phẩm")).toBeFocused();
  await page.keyboard.type("Mật ong rừng thử phím");
  await tabTo(page, "Đi tiếp");
  await enter(page, /\/unit$/);

  await tabTo(page, "Chai");
  await enter(page, /\/content$/);
  await type(page, "1 chai = ?", "500");
  await tabTo(page, "ml");
  await page.keyboard.press("Space");
  await tabTo(page, "Đi tiếp");
  await enter(page, /\/price$/);
  await type(page, "Giá bán", "185.000");
  await tabTo(page, "Đi tiếp");
  await enter(page, /\/stock$/);
  await type(page, "Có mấy phần như trên", "12");
  await tabTo(page, "Đi tiếp");
  await enter(page, /\/summary$/);
  await tabTo(page, "Gửi duyệt");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Chờ duyệt").first()).toBeVisible();
});
