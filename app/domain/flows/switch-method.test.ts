import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { checkouts, orderEvents, orders } from "~db/schema/orders";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import { findMethods } from "~/domain/payments/queries-methods.server";
import { findPayment } from "~/domain/payments/queries.server";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { expireCheckouts } from "./expire-checkouts.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { switchMethod } from "./switch-method.server";
import { NOW, OK, place, setUpOrders, householdId } from "./test-orders";
import { insertTestProduct, ownPhone, testNotice, testSubmission } from "./test-shop";

setUpOrders();

const TOTAL = 522_003;
const to = (checkoutCode: string, method: PaymentMethod) =>
  switchMethod(GUEST, { checkoutCode, method });
const pay = async (content: string, amountVnd: number) =>
  receiveBankNotice({ notice: testNotice({ content, amountVnd: vnd(amountVnd) }), rawBody: "{}" });

async function standing(id: string) {
  const [checkout] = await reader().select().from(checkouts).where(eq(checkouts.id, id));
  const rows = await reader().select().from(orders).where(eq(orders.checkoutId, id));
  const payment = await findPayment(id);
  return {
    status: checkout?.status,
    method: [checkout?.method, payment?.method],
    payBy: checkout?.payBy === null ? null : "some day",
    payment: payment?.status,
    orders: rows.map((row) => `${row.status} ${row.cashVnd}`).toSorted(),
  };
}

it("from one transfer to another it waits as before", async () => {
  const { code, id } = await place("vietqr");
  expect(await to(code, "mobile_money")).toEqual(OK);
  expect(await standing(id)).toEqual({
    status: "awaiting_payment",
    method: ["mobile_money", "mobile_money"],
    payBy: "some day",
    payment: "open",
    orders: ["awaiting_payment 0", "awaiting_payment 0"],
  });
  await pay(code, TOTAL);
  expect((await standing(id)).payment).toBe("paid");
});

it("to the door: the households have it at once, and its deadline is gone", async () => {
  const { code, id } = await place("vietqr");
  expect(await to(code, "vietqr_on_delivery")).toEqual(OK);
  const atDoor = {
    status: "accepted",
    method: ["vietqr_on_delivery", "vietqr_on_delivery"],
    payBy: null,
    payment: "on_delivery",
    orders: ["placed 222000", "placed 300003"],
  };
  expect(await standing(id)).toEqual(atDoor);
  setClock(NOW + DAY_MS);
  await expireCheckouts(SYSTEM);
  expect(await standing(id)).toEqual(atDoor);
  const events = await reader().select().from(orderEvents);
  expect(events.filter((event) => event.toStatus === "placed")).toMatchObject([
    { movedBy: "buyer" },
    { movedBy: "buyer" },
  ]);
});

it("sent twice, or to what it is already, changes nothing more", async () => {
  const { code, id } = await place("vietqr");
  expect(await to(code, "vietqr")).toEqual(OK);
  expect(await to(code, "cod")).toEqual(OK);
  const once = await standing(id);
  expect(await to(code, "cod")).toEqual(OK);
  expect(await standing(id)).toEqual(once);
});

it("what has come in part is completed by a transfer, and not at the door", async () => {
  const { code, id } = await place("vietqr");
  await pay(code, 100_000);
  expect(await findMethods(id)).toEqual(["vietqr", "mobile_money"]);
  expect(await to(code, "cod")).toEqual({ ok: false, code: "method_fixed" });
  expect(await to(code, "mobile_money")).toEqual(OK);
  await pay(code, TOTAL - 100_000);
  expect((await standing(id)).payment).toBe("paid");
});

it.each(["paid", "expired", "at the door"])("nothing is switched when it is %s", async (how) => {
  const { code, id } = await place(how === "at the door" ? "cod" : "vietqr");
  if (how === "paid") await pay(code, TOTAL);
  if (how === "expired") {
    setClock(NOW + DAY_MS);
    await expireCheckouts(SYSTEM);
  }
  expect(await findMethods(id)).toEqual([]);
  expect(await to(code, "mobile_money")).toEqual({ ok: false, code: "method_fixed" });
});

it("the limits of the door hold for whoever comes to it later", async () => {
  const phone = ownPhone();
  await place("cod", phone);
  await place("vietqr_on_delivery", phone);
  const { code, id } = await place("vietqr", phone);
  expect(await to(code, "cod")).toEqual({ ok: false, code: "cash_orders_open" });
  expect((await standing(id)).status).toBe("awaiting_payment");
});

it("alcohol is not paid at the door, and 100 million not from a phone", async () => {
  const wine = await insertTestProduct({ householdId, ocopSet: 14, priceVnd: 500_000 });
  const dear = await insertTestProduct({ householdId, priceVnd: 100_000_001 });
  const buy = async (productId: string, expectedTotalVnd: number) => {
    const lines = [{ productId, quantity: 1 }];
    const placed = await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd }));
    if (!placed.ok) throw new Error(`${placed.code} ${JSON.stringify(placed)}`);
    return placed.value.code;
  };
  expect(await to(await buy(dear, 100_037_001), "mobile_money")).toEqual({
    ok: false,
    code: "mobile_money_limit",
  });
  expect(await to(await buy(wine, 537_000), "cod")).toEqual({
    ok: false,
    code: "alcohol_needs_cashless",
  });
});

it("an unknown order is not found", async () => {
  expect(await to("UQ2222222", "cod")).toEqual({ ok: false, code: "order_not_found" });
});
