import { test as base, expect, type Browser, type Locator, type Page } from "@playwright/test";
import { startStripeMock, type StripeMock } from "../stripe-mock/start-stripe-mock";
import { seededTemplate, startShop, type Shop } from "./shop";

const CARD_SECRET = "whsec_of_the_journeys_alone";

/** Each worker has a server and a database of its own, without past orders, and a Stripe of its own. */
export const test = base.extend<object, { shop: Shop; stripe: StripeMock }>({
  stripe: [
    async ({}, use) => {
      const stripe = await startStripeMock({ port: 0 });
      await use(stripe);
      await stripe.close();
    },
    { scope: "worker" },
  ],
  shop: [
    async ({ stripe }, use) => {
      const env = {
        STRIPE_API_BASE: stripe.url,
        STRIPE_SECRET_KEY: "sk_test_journeys",
        STRIPE_WEBHOOK_SECRET: CARD_SECRET,
      };
      const shop = await startShop({ template: seededTemplate(), env });
      const url = `${shop.origin}/webhooks/stripe`;
      await fetch(`${stripe.url}/_mock/endpoints`, {
        method: "PUT",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify([{ url, secrets: [CARD_SECRET] }]),
      });
      await use(shop);
      await shop.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ shop }, use) => use(shop.origin),
});

export { expect } from "@playwright/test";

export const DEMO_PASSWORD = "cho-phien-demo";
export const PHONES = {
  buyer: "0900000001",
  household: "0900000002",
  agent: "0900000003",
  department: "0900000004",
  secondOfficer: "0900000005",
} as const;

/** Signs in as a person would, by the form. */
export async function signInByForm(page: Page, phone: string, password = DEMO_PASSWORD) {
  await page.goto("/sign-in");
  await page.getByLabel("Số điện thoại").fill(phone);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByRole("button", { name: "Đăng xuất" }).first()).toBeVisible();
}

/**
 * Somebody else's page, signed in: in a browser of its own that Playwright makes like the test's (address, language,
 * size, with JavaScript or without).
 */
export async function openSignedIn(browser: Browser, phone: string): Promise<Page> {
  const page = await browser.newPage();
  await signInByForm(page, phone);
  return page;
}

export type Buyer = { name: string; phone: string; method: "vietqr" | "cod" | "card" };

const METHODS = { cod: /Tiền mặt/, card: /^Thẻ/, vietqr: /Chuyển khoản bằng mã/ };

/** From a product page to the page of the placed order; answers the order's code. */
export async function buyFromProductPage(page: Page, buyer: Buyer, quantity = 1): Promise<string> {
  await page.getByLabel("Số lượng").fill(String(quantity));
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await expect(page).toHaveURL(/\/cart/);
  await page.getByRole("button", { name: "Đặt hàng", exact: true }).click();
  await expect(page).toHaveURL(/\/checkout/);
  await page.getByLabel("Họ và tên người nhận").fill(buyer.name);
  await page.getByLabel("Điện thoại").fill(buyer.phone);
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
  await page.getByLabel("Địa chỉ").fill("Thôn Lô Lô Chải");
  await page.getByRole("radio", { name: METHODS[buyer.method] }).check();
  await page.getByRole("button", { name: /^Đặt hàng · / }).click();
  await expect(page).toHaveURL(/\/orders\/UQ/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** A guest with a product in the cart, at the checkout, with name and phone typed. */
export async function openCheckout(page: Page): Promise<void> {
  await page.goto("/products");
  await page
    .getByRole("main")
    .getByRole("link", { name: /chè|trà/i })
    .first()
    .click();
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await page.getByRole("button", { name: "Đặt hàng", exact: true }).click();
  await page.getByLabel("Họ và tên người nhận").fill("Trần Văn Mẫu");
  await page.getByLabel("Điện thoại").fill("0900 000 555");
}

/** Pays what the order page asks for, in the bank simulator, and waits until the page says so. */
export async function payInSimulator(page: Page, change: { amount?: string; memo?: string } = {}) {
  await page.getByRole("link", { name: "Mở ngân hàng mô phỏng" }).click();
  if (change.amount !== undefined) await page.getByLabel("Số tiền (đồng)").fill(change.amount);
  if (change.memo !== undefined) await page.getByLabel("Nội dung chuyển khoản").fill(change.memo);
  await page.getByRole("button", { name: "Chuyển tiền" }).click();
  await expect(page).toHaveURL(/\/orders\/UQ/);
}

/**
 * Waits for words on a page that changes by itself with JavaScript; without it the reader presses the link.
 * @param words what the page says in the end
 */
export async function waitForWords(page: Page, words: string | RegExp): Promise<void> {
  const target = page.getByRole("heading", { level: 1, name: words });
  await expect(async () => {
    if (!(await target.isVisible())) {
      const again = page.getByRole("link", { name: "Kiểm tra lại" });
      if (await again.isVisible()) await again.click();
    }
    await expect(target).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

/** Opens a page anew. That of an order does so by itself when its order moves, and may be at it right now. */
export async function reload(page: Page): Promise<void> {
  await expect(() => page.reload()).toPass({ timeout: 20_000 });
}

/** Opens a page anew until it shows this. */
export async function reloadUntil(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(shown).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

/** A đồng amount as the pages show it. */
export function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}\u00a0đ`;
}

/** The number in a text such as `236.000 đ`. */
export function amountIn(text: string | null): number {
  return Number((text ?? "").replaceAll(/\D/g, ""));
}
