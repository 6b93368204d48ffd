import type { Browser, Page } from "@playwright/test";
import { DEMO_PASSWORD, expect } from "./journey";
import type { Shop } from "./shop";
import { findUnmarked, type Allowed } from "./unmarked-vietnamese";

/** Opens each, and finds nothing Vietnamese on it that does not say so, and no sentence that a marked word tears apart. */
export async function checkLanguages(
  page: Page,
  paths: readonly string[],
  allowed: Allowed,
  status = 200,
): Promise<void> {
  const unmarked: Record<string, string[]> = {};
  const torn: Record<string, string[]> = {};
  for (const path of paths) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(status);
    await expect(page.locator("html"), path).toHaveAttribute("lang", "en");
    const texts = await findUnmarked(page, allowed);
    if (texts.length > 0) unmarked[path] = texts;
    const lines = await findTorn(page);
    if (lines.length > 0) torn[path] = lines;
  }
  expect(unmarked).toEqual({});
  expect(torn).toEqual({});
}

/** Sentences whose marked words are boxes of a flex row of their own: their spaces are lost, and they break in columns. */
function findTorn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll("body [lang]"), ({ parentElement }) => parentElement)
      .filter((parent) => parent !== null)
      .filter((parent) => getComputedStyle(parent).display.endsWith("flex"))
      .filter((parent) =>
        Array.from(parent.childNodes).some(
          ({ nodeType, textContent }) =>
            nodeType === Node.TEXT_NODE && (textContent ?? "").trim() !== "",
        ),
      )
      .map(({ textContent }) => textContent ?? ""),
  );
}

/** Signs in and has the desk in English. */
export async function openDesk(browser: Browser, shop: Shop, phone: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: shop.origin })).newPage();
  const form = { phone, password: DEMO_PASSWORD };
  await page.request.post("/sign-in", { form, maxRedirects: 0 });
  await page.request.post("/account/language", { form: { language: "en" }, maxRedirects: 0 });
  return page;
}

/** Links of a page that begin so, at least one. */
export async function hrefs(page: Page, path: string, start: string): Promise<string[]> {
  await page.goto(path);
  const links = page.locator(`main a[href^="${start}"]`);
  const all = await links.evaluateAll((found) =>
    found.map((one) => one.getAttribute("href") ?? ""),
  );
  expect(all, `${start} on ${path}`).not.toEqual([]);
  return [...new Set(all.map((href) => href.split(/[?#]/)[0] ?? ""))];
}

/** Sends forms of a desk one after the other; each has to be taken. */
export async function send(
  page: Page,
  forms: readonly (readonly [path: string, form: Record<string, string>])[],
): Promise<void> {
  for (const [path, form] of forms) {
    const answer = await page.request.post(path, { form, maxRedirects: 0 });
    expect(answer.status(), path).toBeGreaterThan(300);
    expect(answer.status(), path).toBeLessThan(304);
    expect(answer.headers()["location"], path).not.toContain("problem=");
  }
}
