import type { Page } from "@playwright/test";
import { photographProduct } from "../support/photograph-product";
import { expect, test } from "../support/journey";

/** A first visit on a slow line: one way there and back before the page is painted, and its picture at once. */

test("a page carries its styles for who comes from elsewhere, and links them within the shop", async ({
  page,
}) => {
  const faults = watchFaults(page);
  const styles = watchRequests(page, /\.css$/);
  await page.goto("/products");
  const first = await groundOf(page);
  expect(first).not.toBe("rgba(0, 0, 0, 0)");
  await expect(page.locator('link[rel="stylesheet"]')).toHaveCount(0);
  await page.locator("ul.shelf a").first().click();
  await expect(page).not.toHaveURL(/\/products$/);
  await expect(page.locator('link[rel="stylesheet"]')).toHaveCount(1);
  expect(await groundOf(page)).toBe(first);
  expect(styles.length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

test("the picture that leads a product's page is asked for from its head, once", async ({
  page,
  shop,
}) => {
  const faults = watchFaults(page);
  const photographed = await photographProduct(shop.origin);
  const list = await (await fetch(`${shop.origin}/products`)).text();
  const drawn = [...list.matchAll(/href="(\/products\/[^"?]+)"/g)]
    .map(([, path]) => path)
    .find((path) => path !== photographed);
  const cases = [
    { path: drawn ?? "", picture: /\/pictures\/set-\d\d\.svg/, file: "svg" },
    { path: photographed, picture: /\/uploads\/photos\//, file: "avif" },
  ];
  for (const { path, picture, file } of cases) {
    const asked = watchRequests(page, picture);
    await page.goto(path);
    const main = page.locator("main img").first();
    await expect(main).toHaveJSProperty("complete", true);
    const shown = await main.evaluate((img: HTMLImageElement) => img.currentSrc.split("#")[0]);
    expect(shown).toContain(`.${file}`);
    expect(asked.filter((url) => url === shown)).toHaveLength(1);
    const preload = page.locator('head link[rel="preload"][as="image"]');
    await expect(preload).toHaveCount(1);
    // Chromium says some seconds after the load which preloaded file was of no use.
    await page.waitForTimeout(4_000);
  }
  expect(faults).toEqual([]);
});

function watchRequests(page: Page, pattern: RegExp): string[] {
  const urls: string[] = [];
  page.on("request", (request) => {
    const url = request.url().split("#")[0] ?? "";
    if (pattern.test(url)) urls.push(url);
  });
  return urls;
}

/** Whatever the browser complains of: styles that the policy forbids, files preloaded for nothing. */
function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  return faults;
}

function groundOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
