import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { lots, products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { checkouts, lineItems } from "~db/schema/orders";
import { preorderEvents, preorders } from "~db/schema/preorders";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import {
  findHarvest,
  findOpenHarvest,
  findPreorder,
  findPreorderByPhone,
} from "~/domain/preorders/queries.server";
import { moveWaitingPhone } from "~/domain/preorders/move-waiting-phone.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { DAY_MS, startOfDate } from "~/platform/period";
import { addLot } from "./add-lot.server";
import { changeStock } from "./change-stock.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { moveHarvest } from "./move-harvest.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { removePreorder } from "./remove-preorder.server";
import { serveWaiting } from "./serve-waiting.server";
import {
  ALL,
  confirm,
  deliver,
  householdId,
  lotOf,
  member,
  OK,
  otherId,
  scope,
  setUpOrders,
  ship,
} from "./test-orders";
import {
  join as joinList,
  joined as joinedList,
  openList as openListOf,
  plant as plantAt,
} from "./test-preorders";
import { insertTestProduct, insertTestUser, testNotice, testSubmission } from "./test-shop";
import { withdrawPreorder } from "./withdraw-preorder.server";

let oranges = "";
const plant = async () => (oranges = await plantAt(householdId));
const openList = (change: Parameters<typeof openListOf>[1] = {}) => openListOf(oranges, change);
const join = (packCount: number, change: Parameters<typeof joinList>[2] = {}) =>
  joinList(oranges, packCount, change);
const joined = (packCount: number) => joinedList(oranges, packCount);

const harvestLot = (stockCount: number) =>
  addLot(member, scope, {
    slug: `san-pham-${oranges}`,
    lot: { lotId: newId("lot"), stockCount, madeOn: "2026-11-29" },
  });
const statusOf = async (code: string) => (await findPreorder(code))?.status;

describe("the list of a harvest", () => {
  setUpOrders();

  it("is opened once, for what is grown and on sale", async () => {
    await plant();
    const harvestId = newId("hrv");
    expect(await openList({ harvestId })).toEqual(OK);
    expect(await openList({ harvestId })).toEqual(OK); // sent twice
    expect(await openList()).toMatchObject({ code: "harvest_exists" });
    const open = { harvestFrom: "2026-12-10", leftCount: 20, unitPriceVnd: 100_000 };
    expect(await findOpenHarvest(oranges)).toMatchObject(open);
    for (const [change, code] of [
      [{ ocopSet: 14 }, "harvest_kind"],
      [{ ocopSet: 26 }, "harvest_kind"],
      [{ status: "draft" }, "product_not_published"],
      [{ householdId: otherId }, "product_not_found"],
    ] as const) {
      oranges = await insertTestProduct({ householdId, ...change });
      expect(await openList()).toMatchObject({ code });
    }
  });

  it("takes no more than the harvest can give, nor after its last day, nor the seller", async () => {
    await plant();
    await openList({ capCount: 10 });
    const first = await joined(6);
    expect(await join(5)).toMatchObject({ code: "harvest_full", detail: { leftCount: 4 } });
    expect(await join(4)).toMatchObject({ ok: true });
    expect((await findOpenHarvest(oranges))?.leftCount).toBe(0);
    await withdrawPreorder(GUEST, first);
    expect(await withdrawPreorder(GUEST, first)).toEqual(OK); // sent twice
    expect(await join(6)).toMatchObject({ ok: true });
    expect(await join(1, { buyerPhone: "0912345678" })).toMatchObject({ code: "sellers_phone" });
    expect(await join(1, { communeCode: "99999" })).toMatchObject({ code: "commune_unknown" });
    setClock(startOfDate("2026-12-06"));
    expect(await join(1)).toMatchObject({ code: "harvest_closed" });
    expect(await findOpenHarvest(oranges)).toBeNull();
  });

  it("makes one place of one form, and finds it by its number and phone", async () => {
    await plant();
    await openList();
    const submissionKey = newToken();
    const first = await join(2, { submissionKey, buyerPhone: "0987654321" });
    expect(await join(9, { submissionKey })).toEqual(first);
    expect(await reader().select().from(preorders)).toHaveLength(1);
    const code = first.ok ? first.value.code : "";
    expect(await findPreorderByPhone(code.toLowerCase(), "0987 654 321")).toMatchObject({ code });
    expect(await findPreorderByPhone(code, "0900000000")).toBeNull();
  });

  it("is served in turn from a new lot before anybody else can buy, at the promised price", async () => {
    await plant();
    await openList();
    const [first, second, third] = [await joined(4), await joined(5), await joined(3)];
    await harvestLot(8);
    // The second wants more than is left, the third does not.
    expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([
      "served",
      "waiting",
      "served",
    ]);
    expect((await findPreorder(second))?.aheadCount).toBe(0);
    const sold = await reader().select().from(lineItems);
    expect(sold.map(({ quantity, unitPriceVnd }) => [quantity, unitPriceVnd])).toEqual([
      [4, 100_000],
      [3, 100_000],
    ]);
    const [checkout] = await reader().select().from(checkouts);
    expect(checkout).toMatchObject({
      channel: "web",
      method: "vietqr",
      status: "awaiting_payment",
      payBy: now() + 2 * DAY_MS,
      note: first,
    });
    // One pack is left for the shop.
    const buy = (quantity: number, expectedTotalVnd: number) =>
      placeCheckout(
        GUEST,
        testSubmission({ lines: [{ productId: oranges, quantity }], expectedTotalVnd }),
      );
    expect(await buy(2, 1)).toMatchObject({ code: "not_enough_stock" });

    const paid = testNotice({
      content: checkout?.code ?? "",
      amountVnd: vnd(checkout?.totalVnd ?? 0),
    });
    await receiveBankNotice({ notice: paid, rawBody: "{}" });
    const orderCode = `${checkout?.code}-1`;
    for (const step of [confirm, ship, deliver]) expect(await step(orderCode)).toEqual(OK);
    const harvest = await findHarvest(ALL, oranges);
    expect(harvest).toMatchObject({ promisedCount: 12, waitingCount: 1 });
    expect(harvest?.preorders.map(({ outcome }) => outcome)).toEqual(["paid", null, "unpaid"]);
    expect(await findHarvest({ kind: "households", householdIds: [otherId] }, oranges)).toBeNull();
  });

  it("is not served from what was there before it was opened", async () => {
    await plant();
    await harvestLot(20);
    setClock(now() + 1);
    await openList();
    const first = await joined(4);
    await serveWaiting();
    expect(await statusOf(first)).toBe("waiting");
    const fresh = await harvestLot(4);
    expect(await statusOf(first)).toBe("served");
    const [lot] = await reader()
      .select()
      .from(lots)
      .where(eq(lots.code, fresh.ok ? fresh.value.lotCode : ""));
    expect(lot?.reservedCount).toBe(4);
  });

  it("gives one phone one place while it waits, and its household may strike it with a reason", async () => {
    await plant();
    await openList();
    const phone = { buyerPhone: "0987654321" };
    const placed = await join(4, phone);
    const code = placed.ok ? placed.value.code : "";
    expect(await join(4, phone)).toMatchObject({ code: "harvest_joined" });
    const strangers = { kind: "households", householdIds: [otherId] } as const;
    const strike = { code, reason: "Số điện thoại không có thật." };
    expect(await removePreorder(member, strangers, strike)).toMatchObject({
      code: "preorder_not_found",
    });
    expect(await removePreorder(member, scope, strike)).toEqual(OK);
    expect(await removePreorder(member, scope, strike)).toEqual(OK); // sent twice
    expect(await findPreorder(code)).toMatchObject({ status: "removed", reason: strike.reason });
    expect((await findOpenHarvest(oranges))?.leftCount).toBe(20);
    expect(await join(4, phone)).toMatchObject({ ok: true });
  });

  it("is not served from last year's crop, and its free shipping counts the promised price", async () => {
    await plant();
    await inTransaction((tx) => tx.update(households).set({ freeShippingFromVnd: vnd(450_000) }));
    await openList();
    const first = await joined(4);
    const lot = { lotId: newId("lot"), stockCount: 9, madeOn: "2026-11-20" };
    await addLot(member, scope, { slug: `san-pham-${oranges}`, lot });
    expect(await statusOf(first)).toBe("waiting");
    await harvestLot(4);
    expect(await statusOf(first)).toBe("served");
    const [checkout] = await reader().select().from(checkouts);
    expect(checkout?.itemsVnd).toBe(400_000);
    expect(checkout?.shippingVnd).toBeGreaterThan(0);
  });

  it("goes on to the next when somebody does not pay", async () => {
    await plant();
    await openList();
    const [first, second] = [await joined(4), await joined(4)];
    await harvestLot(5);
    expect(await statusOf(second)).toBe("waiting");
    setClock(now() + 2 * DAY_MS);
    await expireCheckouts(SYSTEM);
    expect(await serveWaiting()).toMatchObject({ value: { servedCount: 1 } });
    expect([await statusOf(first), await statusOf(second)]).toEqual(["served", "served"]);
    expect((await lotOf(oranges))?.reservedCount).toBe(4);
    // What was not paid is nobody's: its packs may be promised again.
    expect((await findOpenHarvest(oranges))?.leftCount).toBe(16);
    const moves = await reader().select().from(preorderEvents);
    expect(moves.map(({ toStatus, movedBy }) => [toStatus, movedBy])).toEqual([
      ["waiting", "buyer"],
      ["waiting", "buyer"],
      ["served", "household"],
      ["served", "clock"],
    ]);
  });

  it("is served from packs that were counted anew", async () => {
    await plant();
    await openList();
    const first = await joined(4);
    const added = await harvestLot(3);
    const lotCode = added.ok ? added.value.lotCode : "";
    expect(await statusOf(first)).toBe("waiting");
    const counted = { slug: `san-pham-${oranges}`, lotCode, onHandCount: 6, shownCount: 3 };
    expect((await changeStock(member, scope, counted)).ok).toBe(true);
    expect(await statusOf(first)).toBe("served");
  });

  it("waits while the product is not on sale, and is served once it is", async () => {
    await plant();
    await openList();
    const first = await joined(4);
    const setStatus = (status: "withdrawn" | "published") =>
      inTransaction((tx) =>
        tx
          .update(products)
          .set({ status: status === "withdrawn" ? "draft" : status })
          .where(eq(products.id, oranges)),
      );
    await setStatus("withdrawn");
    await harvestLot(8);
    expect(await statusOf(first)).toBe("waiting");
    await setStatus("published");
    await serveWaiting();
    expect(await statusOf(first)).toBe("served");
  });

  it("is closed, opened again and ended by its household, and by the clock when it is long overdue", async () => {
    await plant();
    const harvestId = newId("hrv");
    await openList({ harvestId });
    const first = await joined(4);
    const mover = { by: "household", scope } as const;
    const move = (to: "open" | "closed" | "ended") =>
      moveHarvest({ actor: member, mover, harvestId, to });
    expect(await move("closed")).toEqual(OK);
    expect(await join(1)).toMatchObject({ code: "harvest_closed" });
    expect(await move("open")).toEqual(OK);
    const strangers = { by: "household", scope: { kind: "households", householdIds: [otherId] } };
    expect(
      await moveHarvest({ actor: member, mover: strangers as never, harvestId, to: "ended" }),
    ).toMatchObject({ code: "harvest_not_found" });
    const second = await joined(1);
    await withdrawPreorder(GUEST, second);
    setClock(startOfDate("2027-01-25") - 1);
    expect(await serveWaiting()).toMatchObject({ value: { endedCount: 0 } });
    setClock(startOfDate("2027-01-25"));
    expect(await serveWaiting()).toMatchObject({ value: { endedCount: 1 } });
    expect([await statusOf(first), await statusOf(second)]).toEqual(["missed", "withdrawn"]);
    expect(await move("open")).toMatchObject({ code: "move_not_allowed" });
    expect(await openList()).toMatchObject({ ok: true }); // the next harvest
    await harvestLot(8);
    expect(await statusOf(first)).toBe("missed");
  });
});

describe("a buyer whose number changes while they wait", () => {
  setUpOrders();
  it("hears of it by the new one, and nobody else with the old number does", async () => {
    await plant();
    await openList();
    const from = "0987111222";
    const places = [
      await join(1, { buyerPhone: from }),
      await join(1, { buyerPhone: "0987111555" }),
      await join(1, { buyerPhone: "0987111333" }),
    ];
    const [own = "", guest = "", mother = ""] = places.map((one) => (one.ok ? one.value.code : ""));
    const userId = await insertTestUser();
    await inTransaction((tx) =>
      tx
        .update(preorders)
        .set({ buyerId: userId })
        .where(inArray(preorders.code, [own, mother])),
    );
    await inTransaction((tx) =>
      tx.update(preorders).set({ buyerPhone: from }).where(eq(preorders.code, guest)),
    );
    await inTransaction((tx) => moveWaitingPhone(tx, { userId, from, to: "0987111444" }));
    const phones = async (code: string) =>
      (await reader().select().from(preorders).where(eq(preorders.code, code)))[0]?.buyerPhone;
    expect(await phones(own)).toBe("0987111444");
    expect(await phones(guest)).toBe(from);
    expect(await phones(mother)).toBe("0987111333");
  });
});
