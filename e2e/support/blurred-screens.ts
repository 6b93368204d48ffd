import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { beginListings } from "./begun-listing";
import { DEMO_PASSWORD, PHONES } from "./journey";
import { launchChromium } from "./launch-chromium";
import { seedFolder } from "./run-node";
import { startShop, temporaryFolder } from "./shop";

/**
 * `npm run screenshots:blurred -- [folder]`: the five main screens of a household as somebody sees them who cannot read:
 * words are blurred, numbers and pictures are not. Kept in the repository, to be looked at when one of them changes.
 */

const FOLDER = "e2e/screenshots/blurred";

async function main(): Promise<void> {
  const folder = process.argv[2] ?? FOLDER;
  mkdirSync(folder, { recursive: true });
  const dataDir = temporaryFolder("blurred");
  await seedFolder(dataDir, ["--province", "08"]);
  const shop = await startShop({ dataDir });
  const browser = await launchChromium();
  try {
    const listings = await beginListings(shop.origin);
    const context = await browser.newContext({
      baseURL: shop.origin,
      viewport: { width: 360, height: 1_800 },
      colorScheme: "light",
    });
    const page = await context.newPage();
    const form = { phone: PHONES.household, password: DEMO_PASSWORD };
    await page.request.post("/sign-in", { form });
    const screens = {
      today: "/household",
      orders: "/household/orders",
      products: "/household/products",
      listing: listings["unit"] ?? "/household/products/new",
      money: "/household/earnings",
    };
    for (const [name, path] of Object.entries(screens)) {
      await page.goto(path);
      await loadPictures(page);
      await blurWords(page);
      await page.screenshot({ path: join(folder, `${name}.png`) });
    }
  } finally {
    await browser.close();
    await shop.stop();
  }
}

/** Also those further down, which wait to be looked at. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = "eager";
    await Promise.all([...document.images].map((picture) => picture.decode()));
  });
}

async function blurWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const word = /\p{L}/u;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!word.test(text.data) || text.parentElement?.closest("svg, script, style, option"))
        continue;
      const parts = text.data.split(/(\s+)/).map((part) => {
        const span = document.createElement("span");
        span.textContent = part;
        if (part !== "đ" && word.test(part)) span.style.filter = "blur(max(0.45em, 8px))";
        return span;
      });
      // One box for the whole text, as before: rows of boxes would be laid out anew.
      const whole = document.createElement("span");
      whole.append(...parts);
      text.replaceWith(whole);
    }
  });
}

await main();
