import { afterAll, beforeAll, expect, it } from "vitest";
import { contractAsks, contracts } from "~db/schema/contracts";
import { harvests, preorders } from "~db/schema/preorders";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { addDays, localDateOf } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import type { ContractStatus } from "~/domain/contracts/contract-status";
import type { PreorderStatus } from "~/domain/preorders/preorder-status";
import { loadMarketDemand } from "./load-market-demand.server";
import { insertTestHousehold, insertTestProduct, insertTestShop, TEST_SHOP } from "./test-shop";

let close: () => void;
let householdId: string;
beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
  householdId = await insertTestHousehold({ name: "Hộ Mẫu Cam" });
});
afterAll(() => close());

const buyer = {
  buyerName: "Người mua mẫu",
  buyerPhone: "0900000999",
  communeCode: TEST_SHOP.communeCode,
  addressLine: "Tổ 1",
  language: "vi",
} as const;

async function listHarvest(productId: string, places: readonly [PreorderStatus, number][]) {
  const today = localDateOf(now());
  const harvestId = newId("hrv");
  await inTransaction(async (tx) => {
    await tx.insert(harvests).values({
      id: harvestId,
      productId,
      harvestFrom: addDays(today, 9),
      harvestTo: addDays(today, 20),
      closesOn: addDays(today, 9),
      capCount: 100,
      unitPriceVnd: 50_000,
      status: "open",
      openedAt: now(),
    });
    for (const [status, packCount] of places) {
      await tx.insert(preorders).values({
        id: newId("pre"),
        code: newToken(4),
        submissionKey: newToken(),
        harvestId,
        ...buyer,
        packCount,
        status,
        placedAt: now(),
      });
    }
  });
}

async function askPrice(productId: string, status: ContractStatus, packCount: number) {
  const contractId = newId("ctr");
  await inTransaction(async (tx) => {
    await tx.insert(contracts).values({
      id: contractId,
      code: newToken(4),
      submissionKey: newToken(),
      householdId,
      ...buyer,
      buyerTaxCode: "",
      representative: "Người mua mẫu",
      representativeTitle: "",
      note: "",
      status,
      openedAt: now(),
    });
    await tx.insert(contractAsks).values({ id: newId("cas"), contractId, productId, packCount });
  });
}

it("adds up what waits on lists and what is asked the price of, of goods of the kind", async () => {
  const oranges = await insertTestProduct({
    householdId,
    name: "Cam sành Bắc Quang, túi",
    weightGrams: 2_500,
  });
  const bran = await insertTestProduct({ householdId, name: "Cám gạo", weightGrams: 1_000 });
  await listHarvest(oranges, [
    ["waiting", 3],
    ["waiting", 4],
    ["withdrawn", 50],
  ]);
  await askPrice(oranges, "requested", 20);
  await askPrice(oranges, "offered", 10);
  await askPrice(oranges, "declined", 70);
  await askPrice(oranges, "concluded", 90);
  await askPrice(bran, "requested", 5);
  const of = { productName: "Cam sành Bắc Quang, túi", householdName: "Hộ Mẫu Cam" };
  expect(await loadMarketDemand("cam SÀNH")).toMatchObject([
    { way: "preorder", ...of, packs: 7, quantityKg: 18 },
    { way: "price_request", ...of, packs: 30, quantityKg: 75 },
  ]);
  expect(await loadMarketDemand("Lê vàng")).toEqual([]);
});
