import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { checkouts, orders } from "~db/schema/orders";
import { monthlySales } from "~db/schema/statistics";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { findPayment } from "~/domain/payments/queries.server";
import { findDoorQr } from "~/domain/payments/queries-door.server";
import { parseVietQr } from "~/domain/payments/vietqr-parse";
import { balanceOf, householdEarnings } from "~/domain/settlement/queries.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { testNotice } from "./test-shop";
import {
  bringMyself,
  cancel,
  confirm,
  deliver,
  householdId,
  OK,
  otherId,
  place,
  refuse,
  scope,
  setUpOrders,
  ship,
} from "./test-orders";

setUpOrders();

const [JAR, PACKS] = [222_000, 300_003];

async function transfer(code: string, amountVnd: number) {
  const notice = testNotice({ content: code, amountVnd: vnd(amountVnd) });
  const received = await receiveBankNotice({ notice, rawBody: "{}" });
  return received.ok ? received.value.judgement?.reason : received;
}

async function toCollect(checkoutId: string) {
  const rows = await reader().select().from(orders).where(eq(orders.checkoutId, checkoutId));
  return rows.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map((row) => row.cashVnd);
}

const owed = (ownerId: string) => balanceOf({ kind: "refund_due", ownerId });
const methodOf = async (id: string) =>
  (await reader().select().from(checkouts).where(eq(checkouts.id, id)))[0]?.method;
const soldBy = async () =>
  (await reader().select().from(monthlySales))
    .map((row) => [row.ocopSet, row.method])
    .toSorted(([a], [b]) => Number(a) - Number(b));

async function bringTo(orderCode: string) {
  expect(await confirm(orderCode)).toEqual(OK);
  expect(await ship(orderCode)).toEqual(OK);
  expect(await deliver(orderCode)).toEqual(OK);
}

describe("case 67: paid by QR after choosing cash", () => {
  it("leaves nothing to collect at any door, and is a cashless sale", async () => {
    const checkout = await place("cod");
    expect(await toCollect(checkout.id)).toEqual([JAR, PACKS]);
    expect(await transfer(checkout.code, JAR + PACKS)).toBe("paid");
    expect(await toCollect(checkout.id)).toEqual([0, 0]);
    expect(await methodOf(checkout.id)).toBe("vietqr_on_delivery");
    await bringTo(checkout.jar);
    await bringTo(checkout.packs);
    expect(await balanceOf({ kind: "courier" })).toBe(0);
    expect(await balanceOf({ kind: "household", ownerId: householdId })).toBe(212_750);
    expect(await soldBy()).toEqual([
      [4, "vietqr_on_delivery"],
      [11, "vietqr_on_delivery"],
    ]);
  });

  it("is owed back when the cash was taken already", async () => {
    const checkout = await place("cod");
    await bringTo(checkout.jar);
    await bringTo(checkout.packs);
    expect(await transfer(checkout.code, JAR + PACKS)).toBe("refund_due");
    expect(await owed(checkout.id)).toBe(JAR + PACKS);
    expect(await soldBy()).toEqual([
      [4, "cod"],
      [11, "cod"],
    ]);
  });

  it("pays for the doors that are left, and owes the rest back", async () => {
    const checkout = await place("cod");
    await bringTo(checkout.jar);
    expect(await transfer(checkout.code, JAR + PACKS)).toBe("overpaid");
    expect(await owed(checkout.id)).toBe(JAR);
    await bringTo(checkout.packs);
    expect(await balanceOf({ kind: "courier" })).toBe(JAR);
    expect(await findPayment(checkout.id)).toMatchObject({ status: "paid", remainingVnd: 0 });
    expect(await soldBy()).toEqual([
      [4, "cod"],
      [11, "vietqr_on_delivery"],
    ]);
  });

  it("in part: the rest is taken in cash, which makes it a cash sale", async () => {
    const checkout = await place("cod");
    expect(await transfer(checkout.code, 100_000)).toBe("partially_paid");
    expect(await toCollect(checkout.id)).toEqual([JAR - 100_000, PACKS]);
    expect(await findPayment(checkout.id)).toMatchObject({
      status: "on_delivery",
      remainingVnd: JAR + PACKS - 100_000,
    });
    await bringTo(checkout.jar);
    await bringTo(checkout.packs);
    expect(await balanceOf({ kind: "courier" })).toBe(JAR + PACKS - 100_000);
    expect(await soldBy()).toEqual([
      [4, "cod"],
      [11, "cod"],
    ]);
  });

  it("of exactly one order is for that one, whose buyer stands at its door", async () => {
    const checkout = await place("cod");
    await transfer(checkout.code, PACKS);
    expect(await toCollect(checkout.id)).toEqual([JAR, 0]);
  });

  it("pays the other order when one falls through, and what no order needs is owed back", async () => {
    const checkout = await place("cod");
    await transfer(checkout.code, 250_000);
    expect(await toCollect(checkout.id)).toEqual([0, JAR + PACKS - 250_000]);
    await cancel(checkout.jar);
    expect(await toCollect(checkout.id)).toEqual([0, PACKS - 250_000]);
    expect(await owed(checkout.id)).toBe(0);
    await cancel(checkout.packs);
    expect(await owed(checkout.id)).toBe(250_000);
    expect(await findPayment(checkout.id)).toMatchObject({ status: "expired", capturedVnd: 0 });
  });

  it("is owed back when the parcel is refused at the door all the same", async () => {
    const checkout = await place("vietqr_on_delivery");
    await transfer(checkout.code, JAR + PACKS);
    await confirm(checkout.jar);
    await ship(checkout.jar);
    expect(await refuse(checkout.jar)).toEqual(OK);
    expect(await owed(checkout.id)).toBe(JAR);
    expect(await findPayment(checkout.id)).toMatchObject({ status: "paid", capturedVnd: PACKS });
  });
});

it("what a refused order had been paid changes no parcel that is on the road with its amount", async () => {
  const checkout = await place("cod");
  await transfer(checkout.code, JAR);
  expect(await toCollect(checkout.id)).toEqual([0, PACKS]);
  for (const code of [checkout.jar, checkout.packs]) {
    await confirm(code);
    await ship(code);
  }
  await refuse(checkout.jar);
  expect(await toCollect(checkout.id)).toEqual([0, PACKS]);
  expect(await owed(checkout.id)).toBe(JAR);
});

describe("paid by QR on delivery", () => {
  it("that nobody paid is taken in cash, and counts as cash", async () => {
    const checkout = await place("vietqr_on_delivery");
    await bringTo(checkout.jar);
    expect(await balanceOf({ kind: "courier" })).toBe(JAR);
    expect(await soldBy()).toEqual([[4, "cod"]]);
  });

  it("shows at the door what is to be paid there, and only to its household", async () => {
    const checkout = await place("vietqr_on_delivery");
    const qr = await findDoorQr(scope, checkout.jar);
    const parsed = parseVietQr(qr?.payload ?? "");
    expect(parsed).toMatchObject({ ok: true, value: { amountVnd: JAR, memo: checkout.code } });
    expect(await findDoorQr(scope, checkout.packs)).toBeNull();
    expect(await transfer(checkout.code, JAR)).toBe("partially_paid");
    expect(await findDoorQr(scope, checkout.jar)).toBeNull();
    expect(await findHouseholdOrder(scope, checkout.jar)).toMatchObject({ cashVnd: 0 });
  });

  it("a household that takes part of it in cash keeps that, and has the rest here", async () => {
    const checkout = await place("cod");
    await transfer(checkout.code, 200_000);
    await confirm(checkout.jar);
    await bringMyself(checkout.jar);
    expect((await householdEarnings(scope, householdId))?.pendingVnd).toBe(212_750 - 22_000);
    await deliver(checkout.jar);
    expect(await balanceOf({ kind: "household_cash", ownerId: householdId })).toBe(0);
    expect(await balanceOf({ kind: "household", ownerId: householdId })).toBe(212_750 - 22_000);
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(0);
  });
});
