import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { products } from "~db/schema/catalog";
import { GUEST, type Actor } from "~/domain/audit/actor";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import {
  findStockDifferences,
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
} from "./test-shop";

export const NOW = startOfDate("2026-11-22") + 9 * 3_600_000;
export const BUYER: Actor = GUEST;
let close: () => void;
export let householdId: string;
export let honey: string; // 185,000 đ, 700 g, 10 packs
export let tea: string; // 90,000 đ, 100 g, 10 packs, of another household

export const availableOf = async (id: string) =>
  (await reader().select().from(products).where(eq(products.id, id)))[0]?.availableCount;

/** Two households with a product each before each test; after it stock and ledger add up. */
export function setUpCart(): void {
  beforeEach(async () => {
    close = openTestDatabase();
    setClock(NOW);
    await insertTestShop();
    householdId = await insertTestHousehold();
    const other = await insertTestHousehold({ name: "Hộ ông Sùng" });
    honey = await insertTestProduct({ householdId });
    tea = await insertTestProduct({
      householdId: other,
      name: "Chè Shan tuyết",
      priceVnd: 90_000,
      weightGrams: 100,
    });
  });

  afterEach(async () => {
    expect(await findStockDifferences()).toEqual([]);
    expect(await checkLedger()).toEqual([]);
    setClock();
    close();
  });
}
