import { and, asc, eq, isNotNull } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lotEvents, lots, products, stockReservations } from "~db/schema/catalog";
import {
  findStockDifferences,
  insertTestHousehold,
  insertTestLot,
  insertTestProduct,
  insertTestShop,
} from "~/domain/flows/test-shop";
import { countFree } from "~/domain/orders/free-packs";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { addDays, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { addLot } from "./add-lot.server";
import { changeStock } from "./change-stock.server";
import { consumeStock } from "./consume-stock.server";
import { exchangePacks } from "./exchange-packs.server";
import { liftRecall } from "./lift-recall.server";
import { recallLot } from "./recall-lot.server";
import { releaseStock } from "./release-stock.server";
import { reserveStock } from "./reserve-stock.server";
import { retireExpiredLots } from "./retire-expired-lots.server";
import { returnStock } from "./return-stock.server";

const TODAY = "2026-11-22";
const ALL = { kind: "all" } as const;
const BY = { actorId: "usr_1", actorKind: "department_officer" };
const WORDS = { reason: "Nắp chai hở.", instruction: "Đừng ăn nữa, gọi nơi bán." };
let close: () => void;
let productId: string;
let slug: string;

async function open() {
  close = openTestDatabase();
  setClock(startOfDate(TODAY) + 9 * 3_600_000);
  await insertTestShop();
  productId = await insertTestProduct({ householdId: await insertTestHousehold(), stockCount: 0 });
  slug = `san-pham-${productId}`;
}

const reserve = (lineItemId: string, quantity: number) =>
  inTransaction((tx) => reserveStock(tx, { lineItemId, productId, quantity }));
const codeOf = async (lotId: string) =>
  (await reader().select().from(lots).where(eq(lots.id, lotId)))[0]?.code ?? "";
const recall = async (lotId: string, words = WORDS) => {
  const lotCode = await codeOf(lotId);
  return inTransaction((tx) => recallLot(tx, ALL, { lotCode, ...words, ...BY }));
};
const lift = async (lotId: string) => {
  const lotCode = await codeOf(lotId);
  return inTransaction((tx) => liftRecall(tx, { lotCode, reason: "Kiểm nghiệm đạt.", ...BY }));
};
const exchange = (...lineItemIds: string[]) =>
  inTransaction((tx) => exchangePacks(tx, { lineItemIds, lastsBeyond: TODAY }));
const consume = (...lineItemIds: string[]) =>
  inTransaction((tx) => consumeStock(tx, { lineItemIds, lastsBeyond: TODAY }));

async function lotOf(id: string) {
  const [lot] = await reader().select().from(lots).where(eq(lots.id, id));
  return [lot?.onHandCount, lot?.reservedCount];
}
async function availableCount() {
  const [product] = await reader().select().from(products).where(eq(products.id, productId));
  return product?.availableCount;
}
const offered = async () => (await loadOffers(reader(), [productId])).get(productId);

describe("a recalled lot", () => {
  beforeEach(open);
  afterEach(async () => {
    expect(await findStockDifferences()).toEqual([]);
    setClock();
    close();
  });

  it("is neither counted, nor offered, nor reserved, though it would expire first", async () => {
    const soon = await insertTestLot({ productId, onHandCount: 5, expiresOn: "2026-12-01" });
    const late = await insertTestLot({ productId, onHandCount: 2, expiresOn: "2027-01-01" });
    expect(await recall(soon)).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await availableCount()).toBe(2);
    expect(countFree((await offered())?.free ?? [], null)).toBe(2);
    expect(await reserve("line-1", 3)).toMatchObject({
      code: "not_enough_stock",
      detail: { availableCount: 2 },
    });
    expect((await reserve("line-1", 2)).ok).toBe(true);
    expect(await lotOf(soon)).toEqual([5, 0]);
    expect(await lotOf(late)).toEqual([2, 2]);
  });

  it("leaves its product sold out when there is no other", async () => {
    await recall(await insertTestLot({ productId, onHandCount: 5 }));
    expect(await availableCount()).toBe(0);
    expect(await reserve("line-1", 1)).toMatchObject({ code: "not_enough_stock" });
  });

  it("keeps packs that are held in the house until they are exchanged or given back", async () => {
    const bad = await insertTestLot({ productId, onHandCount: 5, expiresOn: "2026-12-01" });
    await reserve("line-1", 3);
    await recall(bad);
    expect(await consume("line-1")).toEqual({ ok: false, code: "lot_recalled" });
    expect(await exchange("line-1")).toMatchObject({
      ok: false,
      code: "no_other_lot",
      detail: { availableCount: 0, quantity: 3 },
    });
    expect(await lotOf(bad)).toEqual([5, 3]);
    const good = await insertTestLot({ productId, onHandCount: 4 });
    expect(await exchange("line-1")).toEqual({ ok: true, value: 3 });
    expect(await exchange("line-1")).toEqual({ ok: true, value: 0 });
    expect(await lotOf(bad)).toEqual([5, 0]);
    expect(await lotOf(good)).toEqual([4, 3]);
    expect(await availableCount()).toBe(1);
    expect(await consume("line-1")).toEqual({ ok: true, value: 3 });
  });

  it("exchanges only what belongs to it", async () => {
    const bad = await insertTestLot({ productId, onHandCount: 2, expiresOn: "2026-12-01" });
    const good = await insertTestLot({ productId, onHandCount: 9 });
    await reserve("line-1", 5);
    await recall(bad);
    expect(await exchange("line-1")).toEqual({ ok: true, value: 2 });
    expect(await lotOf(good)).toEqual([9, 5]);
    expect(await availableCount()).toBe(4);
  });

  it("does not sell what is given back or comes back", async () => {
    const bad = await insertTestLot({ productId, onHandCount: 6 });
    await reserve("held", 2);
    await reserve("sent", 3);
    await consume("sent");
    await recall(bad);
    await inTransaction((tx) => releaseStock(tx, { lineItemIds: ["held"] }));
    expect(await inTransaction((tx) => returnStock(tx, { lineItemIds: ["sent"] }))).toBe(3);
    expect(await lotOf(bad)).toEqual([6, 0]);
    expect(await availableCount()).toBe(0);
  });

  it("is not swept when it expires, and not sold by a new count", async () => {
    const bad = await insertTestLot({ productId, onHandCount: 6, expiresOn: "2026-11-23" });
    await recall(bad);
    setClock(startOfDate("2026-11-24"));
    expect(await inTransaction((tx) => retireExpiredLots(tx))).toMatchObject({ lotCount: 0 });
    const lotCode = await codeOf(bad);
    const change = { slug, lotCode, onHandCount: 9, shownCount: 6 };
    expect((await inTransaction((tx) => changeStock(tx, ALL, change))).ok).toBe(true);
    expect(await availableCount()).toBe(0);
  });

  it("is recalled once by the same words, and not reworded", async () => {
    const bad = await insertTestLot({ productId, onHandCount: 6 });
    await recall(bad);
    expect(await recall(bad)).toMatchObject({ ok: true, value: { isNew: false } });
    const milder = { ...WORDS, instruction: "Cứ dùng bình thường." };
    expect(await recall(bad, milder)).toMatchObject({ code: "lot_already_recalled" });
    expect(await reader().select().from(lotEvents)).toHaveLength(1);
  });

  it("is sold again when it is lifted, by an event that leaves the recall on record", async () => {
    const bad = await insertTestLot({ productId, onHandCount: 6 });
    await reserve("line-1", 1);
    await recall(bad);
    expect(await lift(bad)).toMatchObject({ ok: true, value: { isNew: true, availableCount: 5 } });
    expect(await lift(bad)).toMatchObject({ ok: true, value: { isNew: false } });
    expect(await consume("line-1")).toEqual({ ok: true, value: 1 });
    expect((await reader().select().from(lotEvents)).map((event) => event.kind)).toEqual([
      "recalled",
      "lifted",
    ]);
    setClock(startOfDate(TODAY) + 10 * 3_600_000);
    expect(await recall(bad)).toMatchObject({ ok: true, value: { isNew: true } });
    await expect(
      inTransaction(async (tx) => {
        await tx.delete(lotEvents);
      }),
    ).rejects.toThrow("append-only");
  });

  it("belongs to its household", async () => {
    const bad = await insertTestLot({ productId, onHandCount: 6 });
    const lotCode = await codeOf(bad);
    const elsewhere = { kind: "households", householdIds: ["hh_other"] } as const;
    const answer = inTransaction((tx) => recallLot(tx, elsewhere, { lotCode, ...WORDS, ...BY }));
    expect(await answer).toEqual({ ok: false, code: "lot_not_found" });
    expect(await availableCount()).toBe(6);
  });

  it("is guarded by the database itself, whatever a command forgets", async () => {
    const bad = await insertTestLot({ productId, onHandCount: 6 });
    await reserve("line-1", 1);
    await recall(bad);
    const forget = (work: Parameters<typeof inTransaction>[0]) =>
      inTransaction(async (tx) => {
        await work(tx);
      });
    await expect(
      forget((tx) =>
        tx.insert(stockReservations).values({
          id: "rsv_1",
          lotId: bad,
          lineItemId: "line-2",
          quantity: 1,
          status: "held",
          createdAt: 0,
        }),
      ),
    ).rejects.toThrow("a recalled lot is not sold");
    await expect(
      forget((tx) =>
        tx
          .update(stockReservations)
          .set({ status: "consumed" })
          .where(eq(stockReservations.lineItemId, "line-1")),
      ),
    ).rejects.toThrow("a recalled lot is not sent");
  });
});

const KINDS = [
  "reserve",
  "reserve",
  "release",
  "consume",
  "return",
  "recall",
  "recall",
  "lift",
  "exchange",
  "exchange",
  "count",
  "add",
  "day",
] as const;
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(1_000),
  amount: fc.integer({ min: 1, max: 6 }),
});

/** Lines that hold packs of a recalled lot: picked more often, or few sequences would meet one. */
async function stoppedLines(): Promise<string[]> {
  const rows = await reader()
    .select({ lineItemId: stockReservations.lineItemId })
    .from(stockReservations)
    .innerJoin(lots, eq(lots.id, stockReservations.lotId))
    .where(and(eq(stockReservations.status, "held"), isNotNull(lots.recalledAt)))
    .orderBy(asc(stockReservations.lineItemId));
  return rows.map((row) => row.lineItemId);
}

it("whatever happens in whatever order, the count is of what may be sold and nothing recalled is taken", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.noBias(step), { minLength: 20, maxLength: 50 }), async (steps) => {
      await open();
      try {
        const lotIds = [
          await insertTestLot({ productId, onHandCount: 4, expiresOn: "2026-11-25" }),
          await insertTestLot({ productId, onHandCount: 5, expiresOn: "2026-11-28" }),
          await insertTestLot({ productId, onHandCount: 6 }),
        ];
        const lines: string[] = [];
        let day = TODAY;
        for (const [number, { kind, pick, amount }] of steps.entries()) {
          const lotId = lotIds[pick % lotIds.length] ?? "";
          const stopped = pick % 4 > 0 ? await stoppedLines() : [];
          const choice = stopped.length > 0 ? stopped : lines;
          const line = choice[pick % Math.max(choice.length, 1)] ?? "line-none";
          const recalledBefore = await reader().select().from(lots);
          const before = new Map(recalledBefore.map((lot) => [lot.id, lot]));
          const lineItemIds = [line];
          if (kind === "reserve") {
            lines.push(`line-${number}`);
            const reserved = await reserve(`line-${number}`, amount);
            seen.add(reserved.ok ? "reserved" : reserved.code);
          } else if (kind === "release") {
            await inTransaction((tx) => releaseStock(tx, { lineItemIds }));
          } else if (kind === "consume") {
            const sent = await consume(line);
            seen.add(sent.ok ? "sent" : sent.code);
          } else if (kind === "return") {
            await inTransaction((tx) => returnStock(tx, { lineItemIds }));
          } else if (kind === "recall") {
            await recall(lotId);
          } else if (kind === "lift") {
            await lift(lotId);
          } else if (kind === "exchange") {
            const exchanged = await exchange(line);
            const what = exchanged.ok ? (exchanged.value > 0 ? "exchanged" : "nothing") : "";
            seen.add(exchanged.ok ? what : exchanged.code);
          } else if (kind === "count") {
            const lot = before.get(lotId);
            const shownCount = lot?.onHandCount ?? 0;
            const onHandCount = (lot?.reservedCount ?? 0) + amount;
            const change = { slug, lotCode: lot?.code ?? "", onHandCount, shownCount };
            await inTransaction((tx) => changeStock(tx, ALL, change));
          } else if (kind === "add") {
            const lot = { lotId: `lot_${number}`, stockCount: amount, madeOn: day };
            const added = await inTransaction((tx) => addLot(tx, ALL, { slug, lot }));
            if (added.ok) lotIds.push(lot.lotId);
          } else {
            day = addDays(day, 1);
            setClock(startOfDate(day) + 9 * 3_600_000);
            await inTransaction((tx) => retireExpiredLots(tx));
          }
          for (const lot of await reader().select().from(lots)) {
            const was = before.get(lot.id);
            // Packs of a recalled lot may come back to it, but none of them is promised or leaves.
            if (was?.recalledAt && lot.recalledAt) {
              expect(lot.reservedCount).toBeLessThanOrEqual(was.reservedCount);
            }
          }
        }
        expect(await findStockDifferences()).toEqual([]);
      } finally {
        setClock();
        close();
      }
    }),
    { numRuns: 60 },
  );
  expect([...seen]).toEqual(
    expect.arrayContaining([
      "reserved",
      "not_enough_stock",
      "sent",
      "lot_recalled",
      "exchanged",
      "no_other_lot",
    ]),
  );
}, 240_000);
