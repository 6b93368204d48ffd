import { test as base } from "@playwright/test";
import { seededTemplate, startShop, type Shop } from "./shop";

/**
 * Each test has a server and a database of its own: for what changes the market for everyone, or counts all of it.
 * @param started what `startShop` is told; without another word the shop that all journeys begin with
 */
export const test = base.extend<{ started: Parameters<typeof startShop>[0]; shop: Shop }>({
  started: async ({}, use) => use({ template: seededTemplate() }),
  shop: async ({ started }, use) => {
    const shop = await startShop(started);
    await use(shop);
    await shop.stop();
  },
  baseURL: async ({ shop }, use) => use(shop.origin),
});
