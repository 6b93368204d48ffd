import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { shipments } from "~db/schema/fulfilment";
import { orderEvents, orders } from "~db/schema/orders";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import { ConsentEndedError } from "~/domain/audit/consent-ended";
import type { Scope } from "~/domain/identity/scope";
import { findPayment } from "~/domain/payments/queries.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { DAY_MS, startOfDate } from "~/platform/period";
import { confirmOrder } from "./confirm-order.server";
import { deliverOrder } from "./deliver-order.server";
import { placeCheckout } from "./place-checkout.server";
import { shipOrder } from "./ship-order.server";
import { insertTestConsent } from "./test-consent";
import { TEST_SHOP, insertTestProduct, insertTestUser, testSubmission } from "./test-shop";
import {
  NOW,
  householdId,
  otherId,
  honey,
  tea,
  member,
  scope,
  place,
  placePaid,
  OK,
  confirm,
  ship,
  deliver,
  cancel,
  refuse,
  statusOf,
  lotOf,
  setUpOrders,
} from "./test-orders";

setUpOrders();

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
      vietQrPayload: expect.stringContaining(checkout.code),
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
        householdId,
        communeCode: TEST_SHOP.communeCode,
        ocopSet: 4,
        stars: 0,
        method: "cod",
        channel: "web",
        itemsVnd: 185_000,
        itemCount: 1,
        lineCount: 1,
        returnedVnd: 0,
        returnedCount: 0,
      },
      {
        month: "2026-12",
        householdId: otherId,
        communeCode: TEST_SHOP.secondCommuneCode,
        ocopSet: 11,
        stars: 0,
        method: "cod",
        channel: "web",
        itemsVnd: 270_003,
        itemCount: 3,
        lineCount: 1,
        returnedVnd: 0,
        returnedCount: 0,
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
  const agentId = await insertTestUser({ role: "agent" });
  const agent = {
    kind: "user",
    userId: agentId,
    role: "agent",
    onBehalfOfId: householdId,
  } as const;
  const parcel = { orderCode: jar, carrier: "VNPost", trackingCode: "EE123VN" };
  // Its consent ended after the door had let the agent in.
  const consent = { agentId, householdId, expiresAt: now() };
  await insertTestConsent(consent);
  await expect(shipOrder(agent, scope, parcel)).rejects.toThrow(ConsentEndedError);
  expect(await statusOf(jar)).toBe("confirmed");
  await insertTestConsent({ ...consent, expiresAt: now() + DAY_MS });
  await shipOrder(agent, scope, parcel);
  await deliverOrder(SYSTEM, { by: "household", scope }, { orderCode: jar });
  const entries = await reader().select().from(auditEntries);
  const of = (action: string) => entries.find((entry) => entry.action === action);
  expect(of("order.confirm")).toMatchObject({ onBehalfOfId: null, before: { status: "placed" } });
  expect(of("order.ship")).toMatchObject({ onBehalfOfId: householdId, actorKind: "agent" });
  expect(of("order.deliver")).toMatchObject({ onBehalfOfId: null, actorKind: "system" });
});
