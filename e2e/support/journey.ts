import { test as base } from "@playwright/test";
import { startShop, type Shop } from "./shop";

/** Each worker has a server and a database of its own. */
export const test = base.extend<object, { shop: Shop }>({
  shop: [
    async ({}, use) => {
      const template = process.env["SHOP_TEMPLATE"];
      if (!template) throw new Error("global-setup has not run");
      const shop = await startShop({ template });
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
} as const;
