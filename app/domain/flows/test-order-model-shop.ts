import type { UserActor } from "~/domain/audit/actor";
import { setClock } from "~/platform/clock.server";
import { closeDatabase, databaseFile } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { PRODUCTS, STOCK } from "./test-order-model-tables";
import { insertTestHousehold, insertTestProduct, insertTestShop } from "./test-shop";
import { insertTestOfficers } from "./test-officers";
import { insertTaxRules } from "./test-tax";

export const START = startOfDate("2026-11-22");

/** Test support of the model: the shop that it is held against. */
export let households: string[] = [];
export let products: string[] = [];
export let officers: [UserActor, UserActor];
let close: () => void;

/** Answers its file, whole. */
export async function openModelShop(): Promise<string> {
  close = openTestDatabase();
  setClock(START);
  await insertTestShop();
  households = [await insertTestHousehold(), await insertTestHousehold()];
  products = [];
  for (const { household, priceVnd, grams } of PRODUCTS) {
    const householdId = households[household] ?? "";
    const product = { householdId, stockCount: STOCK, priceVnd, weightGrams: grams };
    products.push(await insertTestProduct(product));
  }
  officers = await insertTestOfficers();
  await insertTaxRules();
  const file = databaseFile();
  closeDatabase();
  return file;
}

export function closeModelShop(): void {
  setClock();
  close();
}
