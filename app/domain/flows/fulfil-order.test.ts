import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { lots, products } from "~db/schema/catalog";
import { shipments } from "~db/schema/fulfilment";
import { checkouts, orderEvents, orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import { GUEST, SYSTEM, type Actor } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import { findCheckout } from "~/domain/orders/queries.server";
import { findHouseholdOrder, listHouseholdOrders } from "~/domain/orders/queries-household.server";
import { findPayment } from "~/domain/payments/queries.server";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { balanceOf, householdEarnings } from "~/domain/settlement/queries.server";
import { rebuildMonthlySales } from "~/domain/statistics/rebuild-monthly-sales.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { DAY_MS, MINUTE_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { closeOrder } from "./close-order.server";
import { confirmOrder } from "./confirm-order.server";
import { deliverOrder } from "./deliver-order.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { shipOrder } from "./ship-order.server";
import {
  TEST_SHOP,
  findStockDifferences,
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  testNotice,
  testSubmission,
} from "./test-shop";

const NOW = startOfDate("2026-11-30") + 9 * 3_600_000;
let close: () => void;
let householdId: string;
let otherId: string;
let honey: string; // 185,000 đ, 700 g
let tea: string; // 90,001 đ, 100 g, of the other household
let member: Actor;
let scope: Scope;
const ALL: Scope = { kind: "all" };

beforeEach(async () => {
  close = openTestDatabase();
  setClock(NOW);
  await insertTestShop();
  householdId = await insertTestHousehold();
  otherId = await insertTestHousehold({ communeCode: TEST_SHOP.secondCommuneCode });
  honey = await insertTestProduct({ householdId });
  tea = await insertTestProduct({
    householdId: otherId,
    priceVnd: 90_001,
    weightGrams: 100,
    ocopSet: 11,
  });
  const userId = await insertTestUser({ householdId });
  member = { kind: "user", userId, role: "household_member" };
  scope = { kind: "households", householdIds: [householdId] };
});

afterEach(async () => {
  expect(await findStockDifferences()).toEqual([]);
  expect(await checkLedger()).toEqual([]);
  const kept = await aggregates();
  await inTransaction((tx) => rebuildMonthlySales(tx));
  expect(await aggregates()).toEqual(kept);
  setClock();
  close();
});

async function aggregates() {
  const sales = await reader().select().from(monthlySales);
  const sellers = await reader().select().from(monthlySellers);
  return [...sales, ...sellers].map((row) => JSON.stringify(row)).toSorted();
}

/** A jar of one household and three packs of tea of the other: 222,000 and 300,003. */
async function place(method: PaymentMethod) {
  const lines = [
    { productId: honey, quantity: 1 },
    { productId: tea, quantity: 3 },
  ];
  const submission = testSubmission({ lines, expectedTotalVnd: 522_003, method });
  const placed = await placeCheckout(GUEST, submission);
  if (!placed.ok) throw new Error(placed.code);
  const { code } = placed.value;
  const view = await findCheckout(code);
  return { code, id: view?.id ?? "", jar: `${code}-1`, packs: `${code}-2` };
}
async function placePaid() {
  const checkout = await place("vietqr");
  const notice = testNotice({ content: checkout.code, amountVnd: vnd(522_003) });
  await receiveBankNotice({ notice, rawBody: "{}" });
  return checkout;
}
const OK = { ok: true, value: null };
const confirm = (orderCode: string) => confirmOrder(member, ALL, { orderCode });
const ship = (orderCode: string) =>
  shipOrder(member, ALL, { orderCode, carrier: "VNPost", trackingCode: "EE123VN" });
const deliver = (orderCode: string) => deliverOrder(member, ALL, { orderCode });
const cancel = (orderCode: string) =>
  closeOrder(member, ALL, { orderCode, to: "cancelled", reason: "Hết hàng" });
const refuse = (orderCode: string) =>
  closeOrder(member, ALL, { orderCode, to: "refused", reason: "" });
const statusOf = async (code: string) =>
  (await reader().select().from(orders).where(eq(orders.code, code)))[0]?.status;
const lotOf = async (productId: string) =>
  (await reader().select().from(lots).where(eq(lots.productId, productId)))[0];

describe("to the door", () => {
  it("settles what was paid by transfer to the đồng, each household its own", async () => {
    const checkout = await placePaid();
    for (const code of [checkout.jar, checkout.packs]) {
      expect(await confirm(code)).toEqual(OK);
      expect(await ship(code)).toEqual(OK);
      expect(await deliver(code)).toEqual(OK);
    }
    // 5 % of 185,000 is 9,250; of 270,003 it is 13,500.15.
    expect(await balanceOf({ kind: "household", ownerId: householdId })).toBe(222_000 - 9_250);
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(300_003 - 13_500);
    expect(await balanceOf({ kind: "commission" })).toBe(22_750);
    expect(await balanceOf({ kind: "buyer", ownerId: checkout.id })).toBe(0);
    expect(await balanceOf({ kind: "bank" })).toBe(522_003);
    expect(await balanceOf({ kind: "courier" })).toBe(0);
    expect(await lotOf(tea)).toMatchObject({ onHandCount: 7, reservedCount: 0 });
    expect(await reader().select().from(shipments)).toMatchObject([
      { carrier: "VNPost", trackingCode: "EE123VN", deliveredAt: NOW },
      { deliveredAt: NOW },
    ]);
  });

  it("with cash: the carrier owes us, order by order, and the payment is paid by the last", async () => {
    const checkout = await place("cod");
    await confirm(checkout.jar);
    await ship(checkout.jar);
    await deliver(checkout.jar);
    expect(await balanceOf({ kind: "courier" })).toBe(222_000);
    expect(await findPayment(checkout.id)).toMatchObject({
      status: "on_delivery",
      capturedVnd: 222_000,
      remainingVnd: 300_003,
      vietQrPayload: null,
    });
    await confirm(checkout.packs);
    await ship(checkout.packs);
    await deliver(checkout.packs);
    expect(await balanceOf({ kind: "courier" })).toBe(522_003);
    expect(await balanceOf({ kind: "bank" })).toBe(0);
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(286_503);
    expect(await findPayment(checkout.id)).toMatchObject({ status: "paid", remainingVnd: 0 });
  });

  it("counts the sale in the month of delivery in Vietnam, by set, place and method", async () => {
    const checkout = await place("cod");
    await confirm(checkout.packs);
    await ship(checkout.packs);
    setClock(startOfDate("2026-12-01") - 1);
    await confirm(checkout.jar);
    await ship(checkout.jar);
    await deliver(checkout.jar);
    setClock(startOfDate("2026-12-01"));
    await deliver(checkout.packs);
    expect(await reader().select().from(monthlySales).orderBy(monthlySales.month)).toEqual([
      {
        month: "2026-11",
        communeCode: TEST_SHOP.communeCode,
        ocopSet: 4,
        stars: 0,
        method: "cod",
        channel: "web",
        itemsVnd: 185_000,
        itemCount: 1,
        lineCount: 1,
      },
      {
        month: "2026-12",
        communeCode: TEST_SHOP.secondCommuneCode,
        ocopSet: 11,
        stars: 0,
        method: "cod",
        channel: "web",
        itemsVnd: 270_003,
        itemCount: 3,
        lineCount: 1,
      },
    ]);
    const rows = await reader().select().from(orders).orderBy(orders.code);
    expect(rows.map((order) => order.deliveredOn)).toEqual(["2026-11-30", "2026-12-01"]);
    expect(await reader().select().from(monthlySellers)).toHaveLength(2);
  });

  it("adds up sales of one month", async () => {
    for (const checkout of [await place("cod"), await place("cod")]) {
      for (const code of [checkout.jar, checkout.packs]) {
        await confirm(code);
        await ship(code);
        await deliver(code);
      }
    }
    const sellers = await reader().select().from(monthlySellers);
    expect(sellers).toHaveLength(2);
    expect(sellers.find((row) => row.householdId === householdId)).toMatchObject({
      orderCount: 2,
      itemsVnd: 370_000,
      shippingVnd: 74_000,
    });
  });
});

describe("a move sent twice", () => {
  it("is done once, in turn and together, and answers ok", async () => {
    const checkout = await place("cod");
    const { jar } = checkout;
    for (const step of [confirm, ship, deliver]) {
      const answers = await Promise.all([step(jar), step(jar), step(jar)]);
      expect(answers).toEqual([OK, OK, OK]);
      expect(await step(jar)).toEqual(OK);
    }
    expect(await confirm(jar)).toEqual(OK);
    expect(await statusOf(jar)).toBe("delivered");
    expect(await balanceOf({ kind: "courier" })).toBe(222_000);
    expect(await reader().select().from(shipments)).toHaveLength(1);
    expect(await lotOf(honey)).toMatchObject({ onHandCount: 9 });
    expect(await reader().select().from(monthlySellers)).toMatchObject([{ orderCount: 1 }]);
    const events = await reader().select().from(orderEvents);
    expect(events.filter((event) => event.fromStatus !== null)).toHaveLength(3);
    const actions = (await reader().select().from(auditEntries)).map((entry) => entry.action);
    expect(actions.filter((action) => action === "order.deliver")).toHaveLength(1);
  });

  it("cancels and refuses once", async () => {
    const checkout = await placePaid();
    expect([await cancel(checkout.jar), await cancel(checkout.jar)]).toEqual([OK, OK]);
    await confirm(checkout.packs);
    await ship(checkout.packs);
    expect([await refuse(checkout.packs), await refuse(checkout.packs)]).toEqual([OK, OK]);
    expect(await balanceOf({ kind: "refund_due", ownerId: checkout.id })).toBe(522_003);
    expect(await lotOf(tea)).toMatchObject({ onHandCount: 10, reservedCount: 0 });
  });
});

describe("without a sale", () => {
  it("one household cancels: its part is owed back, shipping included, the other goes on", async () => {
    const checkout = await placePaid();
    await confirm(checkout.jar);
    expect(await cancel(checkout.jar)).toEqual(OK);
    expect(await findPayment(checkout.id)).toMatchObject({
      status: "paid",
      capturedVnd: 522_003,
      refundDueVnd: 222_000,
    });
    expect(await balanceOf({ kind: "buyer", ownerId: checkout.id })).toBe(300_003);
    expect(await lotOf(honey)).toMatchObject({ onHandCount: 10, reservedCount: 0 });
    expect((await findCheckout(checkout.code))?.orders).toMatchObject([
      { status: "cancelled", statusReason: "Hết hàng" },
      { status: "placed", statusReason: null },
    ]);
  });

  it("refused at the door: cash was not taken, the goods are back", async () => {
    const checkout = await place("cod");
    await confirm(checkout.jar);
    await ship(checkout.jar);
    expect(await refuse(checkout.jar)).toEqual(OK);
    expect(await balanceOf({ kind: "courier" })).toBe(0);
    expect(await balanceOf({ kind: "refund_due", ownerId: checkout.id })).toBe(0);
    expect(await lotOf(honey)).toMatchObject({ onHandCount: 10, reservedCount: 0 });
    expect(await findPayment(checkout.id)).toMatchObject({ remainingVnd: 300_003 });
    expect(await reader().select().from(monthlySales)).toEqual([]);
  });

  it.each(["deliver first", "close first"])(
    "at the door only the rest is due: %s",
    async (turn) => {
      const checkout = await place("cod");
      await confirm(checkout.jar);
      await ship(checkout.jar);
      if (turn === "deliver first") await deliver(checkout.jar);
      expect([await cancel(checkout.packs), await cancel(checkout.packs)]).toEqual([OK, OK]);
      if (turn === "close first") {
        const rest = {
          status: "on_delivery",
          dueVnd: 222_000,
          capturedVnd: 0,
          remainingVnd: 222_000,
        };
        expect(await findPayment(checkout.id)).toMatchObject(rest);
        expect(await checkLedger()).toEqual([]);
        await deliver(checkout.jar);
      }
      expect(await findPayment(checkout.id)).toMatchObject({
        status: "paid",
        dueVnd: 222_000,
        capturedVnd: 222_000,
        remainingVnd: 0,
      });
      expect(await reader().select().from(payments)).toMatchObject([{ paidAt: NOW }]);
      expect(await checkLedger()).toEqual([]);
    },
  );

  it("at the door nothing is due when every order fell through", async () => {
    const checkout = await place("cod");
    await cancel(checkout.packs);
    await confirm(checkout.jar);
    await ship(checkout.jar);
    await refuse(checkout.jar);
    expect(await findPayment(checkout.id)).toMatchObject({
      status: "expired",
      dueVnd: 222_000,
      capturedVnd: 0,
      remainingVnd: 0,
      vietQrPayload: null,
    });
    expect(await checkLedger()).toEqual([]);
    await inTransaction((tx) => tx.update(payments).set({ status: "on_delivery" }));
    expect(await checkLedger()).toMatchObject([{ name: "payment_status", expectedVnd: 222_000 }]);
    await inTransaction((tx) => tx.update(payments).set({ status: "expired" }));
  });

  it("refused after the lot has expired: the goods are lost", async () => {
    await inTransaction(async (tx) => {
      await tx.update(lots).set({ expiresOn: "2026-12-05" }).where(eq(lots.productId, honey));
    });
    const checkout = await place("cod");
    await confirm(checkout.jar);
    await ship(checkout.jar);
    setClock(NOW + 6 * DAY_MS);
    await refuse(checkout.jar);
    expect(await lotOf(honey)).toMatchObject({ onHandCount: 9, reservedCount: 0 });
  });

  it("needs a reason to cancel", async () => {
    const { jar } = await place("cod");
    const closure = { orderCode: jar, to: "cancelled", reason: "  " } as const;
    expect(await closeOrder(member, ALL, closure)).toEqual({ ok: false, code: "reason_required" });
    expect(await statusOf(jar)).toBe("placed");
  });
});

describe("what is refused", () => {
  it("moves that the table does not have, and nothing is half-done", async () => {
    const { jar, packs } = await placePaid();
    const no = { ok: false, code: "move_not_allowed" };
    expect(await ship(jar)).toEqual(no);
    expect(await deliver(jar)).toEqual(no);
    expect(await refuse(jar)).toEqual(no);
    await cancel(jar);
    for (const step of [confirm, ship, deliver, refuse]) expect(await step(jar)).toEqual(no);
    await confirm(packs);
    await ship(packs);
    expect(await cancel(packs)).toEqual(no);
    await deliver(packs);
    for (const step of [cancel, refuse]) expect(await step(packs)).toEqual(no);
  });

  it("orders of others, unknown ones, and those that are not paid: they do not exist", async () => {
    const paid = await placePaid();
    const unpaid = await place("vietqr");
    const none = { ok: false, code: "order_not_found" };
    expect(await confirmOrder(member, scope, { orderCode: paid.packs })).toEqual(none);
    expect(await confirmOrder(member, scope, { orderCode: unpaid.jar })).toEqual(none);
    expect(await confirmOrder(member, scope, { orderCode: "UQ-1" })).toEqual(none);
    const nobody: Scope = { kind: "households", householdIds: [] };
    expect(await confirmOrder(member, nobody, { orderCode: paid.jar })).toEqual(none);
    expect(await confirmOrder(member, scope, { orderCode: paid.jar })).toEqual(OK);
  });

  it("a parcel without a carrier, but not a service", async () => {
    const { jar } = await place("cod");
    await confirm(jar);
    const blank = { carrier: " ", trackingCode: "" };
    const answer = await shipOrder(member, scope, { orderCode: jar, ...blank });
    expect(answer).toEqual({ ok: false, code: "carrier_required" });
    expect(await statusOf(jar)).toBe("confirmed");
    expect(await lotOf(honey)).toMatchObject({ onHandCount: 10, reservedCount: 1 });

    const stay = await insertTestProduct({ householdId, ocopSet: 26, priceVnd: 400_000 });
    const lines = [{ productId: stay, quantity: 1 }];
    const submission = testSubmission({ lines, expectedTotalVnd: 400_000, method: "cod" });
    const placed = await placeCheckout(GUEST, submission);
    const orderCode = placed.ok ? `${placed.value.code}-1` : "";
    await confirm(orderCode);
    expect(await shipOrder(member, scope, { orderCode, ...blank })).toEqual(OK);
  });
});

it("notes for whom an agent acts, and not for a member", async () => {
  const { jar } = await place("cod");
  await confirm(jar);
  const agent: Actor = { kind: "user", userId: "usr_agent", role: "agent" };
  await shipOrder(agent, scope, { orderCode: jar, carrier: "VNPost", trackingCode: "" });
  await deliverOrder(SYSTEM, scope, { orderCode: jar });
  const entries = await reader().select().from(auditEntries);
  const of = (action: string) => entries.find((entry) => entry.action === action);
  expect(of("order.confirm")).toMatchObject({ onBehalfOfId: null, before: { status: "placed" } });
  expect(of("order.ship")).toMatchObject({ onBehalfOfId: householdId, actorKind: "agent" });
  expect(of("order.deliver")).toMatchObject({ onBehalfOfId: null, actorKind: "system" });
});

describe("what a household sees", () => {
  it("is nothing of a buyer until the order is placed, and nothing of an expired one", async () => {
    const checkout = await place("vietqr");
    const list = () => listHouseholdOrders(scope, { householdId, status: "all", page: 1 });
    expect(await findHouseholdOrder(scope, checkout.jar)).toBeNull();
    expect((await list())?.orders).toEqual([]);
    setClock(now() + 31 * MINUTE_MS);
    await expireCheckouts(SYSTEM);
    expect(await findHouseholdOrder(scope, checkout.jar)).toBeNull();
    expect((await list())?.orderCount).toBe(0);
  });

  it("is its own part of a paid order, with whom to send it to", async () => {
    const checkout = await placePaid();
    expect(await findHouseholdOrder(scope, checkout.jar)).toMatchObject({
      status: "placed",
      buyerName: "Trần Thị Hồng Nhung",
      buyerPhone: "0987654321",
      communeName: "Phường Mỹ Tho",
      totalVnd: 222_000,
      commissionVnd: 9_250,
      collectVnd: 0,
      carrier: null,
      lineItems: [{ quantity: 1, totalVnd: 185_000 }],
    });
    expect(await findHouseholdOrder(scope, checkout.packs)).toBeNull();
    expect(await findHouseholdOrder(scope, "UQ-1")).toBeNull();
    const cod = await place("cod");
    expect(await findHouseholdOrder(scope, cod.jar)).toMatchObject({ collectVnd: 222_000 });
  });

  it("is a list by status, newest first, 20 a page, and no list of others", async () => {
    const lines = [{ productId: honey, quantity: 1 }];
    await inTransaction(async (tx) => {
      await tx.update(lots).set({ onHandCount: 30 }).where(eq(lots.productId, honey));
      await tx.update(products).set({ availableCount: 30 }).where(eq(products.id, honey));
    });
    for (let i = 0; i < 21; i += 1) {
      setClock(NOW + i);
      const submission = testSubmission({ lines, expectedTotalVnd: 222_000, method: "cod" });
      await placeCheckout(GUEST, submission);
    }
    const page = (number: number) =>
      listHouseholdOrders(scope, { householdId, status: "all", page: number });
    const [first, second, beyond] = [await page(1), await page(2), await page(9)];
    expect(first).toMatchObject({ page: 1, pageCount: 2, orderCount: 21 });
    expect(first?.orders).toHaveLength(20);
    expect(first?.orders[0]).toMatchObject({ placedAt: NOW + 20, lineCount: 1 });
    expect(second?.orders).toMatchObject([{ placedAt: NOW, productName: "Mật ong bạc hà" }]);
    expect(beyond).toEqual(second);
    await confirm(second?.orders[0]?.code ?? "");
    const confirmed = await listHouseholdOrders(scope, {
      householdId,
      status: "confirmed",
      page: 1,
    });
    expect(confirmed?.orderCount).toBe(1);
    const others = { householdId: otherId, status: "all", page: 1 } as const;
    expect(await listHouseholdOrders(scope, others)).toBeNull();
  });

  it("is what it has earned, order by order, and what is on its way", async () => {
    const [one, two, three] = [await place("cod"), await place("cod"), await place("vietqr")];
    for (const [i, checkout] of [one, two].entries()) {
      setClock(NOW + i);
      await confirm(checkout.jar);
      await ship(checkout.jar);
    }
    await deliver(one.jar);
    expect(await householdEarnings(scope, householdId)).toEqual({
      payableVnd: 212_750,
      pendingVnd: 212_750,
      entries: [
        {
          orderCode: one.jar,
          settledAt: NOW + 1,
          totalVnd: 222_000,
          commissionVnd: 9_250,
          netVnd: 212_750,
        },
      ],
      page: 1,
      pageCount: 1,
    });
    expect(three.jar).not.toBe("");
    setClock(NOW + 5);
    await deliver(two.jar);
    const earnings = await householdEarnings(scope, householdId, 1);
    expect(earnings?.entries.map((entry) => entry.orderCode)).toEqual([two.jar, one.jar]);
    expect(earnings).toMatchObject({ payableVnd: 425_500, pendingVnd: 0 });
    expect(await householdEarnings(scope, otherId)).toBeNull();
  });
});

it("does not know a checkout that is not there", async () => {
  expect(await findCheckout("UQ2222222")).toBeNull();
  expect(await findPayment("chk_none")).toBeNull();
  expect(await reader().select().from(checkouts)).toEqual([]);
});
