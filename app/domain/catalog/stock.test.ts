import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lots, products, stockReservations } from "~db/schema/catalog";
import {
  findStockDifferences,
  insertTestHousehold,
  insertTestLot,
  insertTestProduct,
  insertTestShop,
} from "~/domain/flows/test-shop";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { DAY_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { consumeStock } from "./consume-stock.server";
import { releaseStock } from "./release-stock.server";
import { reserveStock } from "./reserve-stock.server";
import { retireExpiredLots } from "./retire-expired-lots.server";
import { returnStock } from "./return-stock.server";

const TODAY = "2026-11-22";
let close: () => void;
let householdId: string;
let productId: string;

beforeEach(async () => {
  close = openTestDatabase();
  setClock(startOfDate(TODAY) + 9 * 3_600_000);
  await insertTestShop();
  householdId = await insertTestHousehold();
  productId = await insertTestProduct({ householdId, stockCount: 0 });
});

afterEach(async () => {
  expect(await findStockDifferences()).toEqual([]);
  setClock();
  close();
});

const reserve = (lineItemId: string, quantity: number) =>
  inTransaction((tx) => reserveStock(tx, { lineItemId, productId, quantity }));
const release = (...lineItemIds: string[]) =>
  inTransaction((tx) => releaseStock(tx, { lineItemIds }));
const consume = (...lineItemIds: string[]) =>
  inTransaction((tx) => consumeStock(tx, { lineItemIds, lastsBeyond: TODAY }));
const giveBack = (...lineItemIds: string[]) =>
  inTransaction((tx) => returnStock(tx, { lineItemIds }));

async function lotOf(id: string) {
  const [lot] = await reader().select().from(lots).where(eq(lots.id, id));
  return [lot?.onHandCount, lot?.reservedCount];
}
async function availableCount() {
  const [product] = await reader().select().from(products).where(eq(products.id, productId));
  return product?.availableCount;
}

describe("reserveStock", () => {
  it("takes what expires first, over as many lots as it needs, and what never expires last", async () => {
    const never = await insertTestLot({ productId, onHandCount: 5 });
    const late = await insertTestLot({ productId, onHandCount: 5, expiresOn: "2027-01-01" });
    const soon = await insertTestLot({ productId, onHandCount: 2, expiresOn: "2026-12-01" });
    expect(await reserve("line-1", 8)).toEqual({ ok: true, value: null });
    expect(await lotOf(soon)).toEqual([2, 2]);
    expect(await lotOf(late)).toEqual([5, 5]);
    expect(await lotOf(never)).toEqual([5, 1]);
    expect(await availableCount()).toBe(4);
    const rows = await reader().select().from(stockReservations);
    expect(rows.map((row) => row.quantity).toSorted((a, b) => a - b)).toEqual([1, 2, 5]);
  });

  it("sells a lot until the day before it expires", async () => {
    await insertTestLot({ productId, onHandCount: 3, expiresOn: TODAY });
    const tomorrow = await insertTestLot({ productId, onHandCount: 1, expiresOn: "2026-11-23" });
    expect(await reserve("line-1", 2)).toEqual({
      ok: false,
      code: "not_enough_stock",
      detail: { productName: "Mật ong bạc hà", availableCount: 1 },
    });
    expect((await reserve("line-1", 1)).ok).toBe(true);
    expect(await lotOf(tomorrow)).toEqual([1, 1]);
  });

  it("sells the last pack and nothing after it", async () => {
    await insertTestLot({ productId, onHandCount: 2 });
    expect((await reserve("line-1", 2)).ok).toBe(true);
    expect(await reserve("line-2", 1)).toMatchObject({ ok: false, code: "not_enough_stock" });
  });

  it("reserves a line once", async () => {
    await insertTestLot({ productId, onHandCount: 5 });
    await reserve("line-1", 2);
    expect((await reserve("line-1", 2)).ok).toBe(true);
    expect(await availableCount()).toBe(3);
    await consume("line-1");
    expect((await reserve("line-1", 2)).ok).toBe(true);
    expect(await availableCount()).toBe(3);
  });

  it("refuses what is not published, or not there", async () => {
    await insertTestLot({ productId, onHandCount: 5 });
    await inTransaction(async (tx) => {
      await tx.update(products).set({ status: "withdrawn" }).where(eq(products.id, productId));
    });
    expect(await reserve("line-1", 1)).toEqual({ ok: false, code: "product_unavailable" });
    const ghost = { lineItemId: "line-2", productId: "prd_none", quantity: 1 };
    expect(await inTransaction((tx) => reserveStock(tx, ghost))).toEqual({
      ok: false,
      code: "product_unavailable",
    });
  });

  it.each([0, -1, 1.5])("throws on %s packs", async (quantity) => {
    await expect(reserve("line-1", quantity)).rejects.toThrow("bad quantity");
  });
});

describe("giving back and shipping", () => {
  it("releases once, and can reserve again", async () => {
    const lot = await insertTestLot({ productId, onHandCount: 5 });
    await reserve("line-1", 2);
    expect(await release("line-1", "line-none")).toBe(2);
    expect(await release("line-1")).toBe(0);
    expect(await lotOf(lot)).toEqual([5, 0]);
    expect(await availableCount()).toBe(5);
    await reserve("line-1", 5);
    expect(await lotOf(lot)).toEqual([5, 5]);
  });

  it("consumes once; what is shipped is not released", async () => {
    const lot = await insertTestLot({ productId, onHandCount: 5 });
    await reserve("line-1", 2);
    expect(await consume("line-1")).toEqual({ ok: true, value: 2 });
    expect(await consume("line-1")).toEqual({ ok: true, value: 0 });
    expect(await release("line-1")).toBe(0);
    expect(await lotOf(lot)).toEqual([3, 0]);
    expect(await availableCount()).toBe(3);
  });

  it("does nothing for no lines", async () => {
    expect(await release()).toBe(0);
    expect(await consume()).toEqual({ ok: true, value: 0 });
    expect(await giveBack()).toBe(0);
  });

  it("puts what came back into its lot once, and not what has expired meanwhile", async () => {
    const soon = await insertTestLot({ productId, onHandCount: 2, expiresOn: "2026-11-24" });
    const late = await insertTestLot({ productId, onHandCount: 5, expiresOn: "2027-01-01" });
    await reserve("line-1", 3);
    expect(await giveBack("line-1")).toBe(0); // not shipped yet
    await consume("line-1");
    setClock(startOfDate(TODAY) + 2 * DAY_MS);
    expect(await giveBack("line-1")).toBe(1);
    expect(await giveBack("line-1")).toBe(0);
    expect(await lotOf(soon)).toEqual([0, 0]);
    expect(await lotOf(late)).toEqual([5, 0]);
  });
});

describe("retireExpiredLots", () => {
  const retire = () => inTransaction((tx) => retireExpiredLots(tx));

  it("takes unsold packs of expired lots out, keeps reserved ones, and is done then", async () => {
    const expired = await insertTestLot({ productId, onHandCount: 5, expiresOn: "2026-11-23" });
    const good = await insertTestLot({ productId, onHandCount: 4, expiresOn: "2026-11-24" });
    await reserve("line-1", 2);
    expect(await retire()).toEqual({ lotCount: 0, packCount: 0, isBatchFull: false });
    setClock(startOfDate("2026-11-23"));
    expect(await retire()).toEqual({ lotCount: 1, packCount: 3, isBatchFull: false });
    expect(await lotOf(expired)).toEqual([2, 2]);
    expect(await lotOf(good)).toEqual([4, 0]);
    expect(await availableCount()).toBe(4);
    expect(await retire()).toEqual({ lotCount: 0, packCount: 0, isBatchFull: false });
    // An order of an expired lot that is given back frees packs that nobody may buy; the next sweep has them.
    await release("line-1");
    expect(await availableCount()).toBe(6);
    expect(await retire()).toMatchObject({ packCount: 2 });
    expect(await availableCount()).toBe(4);
  });

  it("goes by Vietnam's midnight", async () => {
    await insertTestLot({ productId, onHandCount: 1, expiresOn: "2026-11-23" });
    setClock(startOfDate("2026-11-23") - 1);
    expect(await retire()).toMatchObject({ lotCount: 0 });
    setClock(startOfDate("2026-11-23"));
    expect(await retire()).toMatchObject({ lotCount: 1 });
  });
});
