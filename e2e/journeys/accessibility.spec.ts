import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { placeOrder } from "../support/place-order";
import { DEMO_PASSWORD, expect, PHONES, test } from "../support/journey";

/** axe finds nothing, and nothing is wider than the screen, on every kind of page, in light and dark. */

const LOOKS = [
  { width: 320, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;

async function check(page: Page, path: string): Promise<void> {
  for (const { width, colorScheme } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBeLessThan(400);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
    );
    expect(found, `${path} at ${width}, ${colorScheme}`).toEqual([]);
  }
}

async function firstProduct(page: Page, prefix: string): Promise<string> {
  await page.goto(`${prefix}/products`);
  const href = await page
    .locator(`main a[href^="${prefix}/products/"]`)
    .first()
    .getAttribute("href");
  if (!href) throw new Error("no product on the list");
  return href;
}

for (const prefix of ["", "/en"]) {
  test(`public pages ${prefix || "/vi"}`, async ({ page, shop, context }) => {
    test.setTimeout(300_000);
    const product = await firstProduct(page, prefix);
    const order = await placeOrder(shop.origin, { prefix, productPath: product });
    await context.addCookies([{ name: "cart", value: order.cartCookie, url: shop.origin }]);
    await page.goto(product);
    const household = await page
      .locator(`main a[href^="${prefix}/households/"]`)
      .first()
      .getAttribute("href");
    await page.goto(prefix || "/");
    const linkTo = async (folder: string) =>
      (await page.locator(`main a[href^="${prefix}/${folder}/"]`).first().getAttribute("href")) ??
      "";
    const collection = await linkTo("collections");
    const commune = await linkTo("communes");
    for (const path of [
      prefix || "/",
      `${prefix}/communes`,
      commune,
      `${prefix}/communes/00715-xa-lung-cu`,
      `${prefix}/products?q=pa+vi`,
      `${prefix}/collections`,
      collection,
      `${prefix}/products`,
      `${prefix}/products?q=khongcogi`,
      `${prefix}/products?q=mat&group=food&stock=ready`,
      `${prefix}/ranking`,
      `${prefix}/reviews`,
      product,
      `${product}/reviews`,
      `${product}/questions?asked=new`,
      household ?? "",
      `${prefix}/cart`,
      `${prefix}/checkout`,
      order.path,
      `${prefix}/statistics`,
      `${prefix}/sign-in`,
      `${prefix}/register`,
      `${prefix}/offline`,
    ]) {
      await check(page, path);
    }
  });
}

const DESKS = {
  household: [
    "/household",
    "/household/products",
    "/household/products/new",
    "/household/orders",
    "/household/earnings",
    "/household/reviews",
    "/household/profile",
    "/account",
  ],
  agent: ["/agent"],
  department: [
    "/department",
    "/department/approvals",
    "/department/reviews",
    "/department/indicator",
    "/department/retail-totals",
    "/department/bank-transactions",
    "/department/refunds",
    "/department/collections",
    "/department/collections/new",
  ],
} as const;

for (const [role, paths] of Object.entries(DESKS)) {
  test(`the desk of the ${role}`, async ({ page }) => {
    test.setTimeout(180_000);
    const answer = await page.request.post("/sign-in", {
      form: { phone: PHONES[role as keyof typeof DESKS], password: DEMO_PASSWORD },
      maxRedirects: 0,
    });
    expect(answer.status()).toBeLessThan(400);
    for (const path of paths) await check(page, path);
  });
}
