import { afterEach, beforeEach, expect, it } from "vitest";
import { checkouts, orders } from "~db/schema/orders";
import {
  TEST_SHOP,
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
} from "~/domain/flows/test-shop";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { acceptCheckout } from "./accept-checkout.server";
import { checkoutKey } from "~/domain/identity/checkout-key.server";
import { powerOfKey, readingKey } from "~/domain/identity/link-key.server";
import { createCheckout, type NewCheckout } from "./create-checkout.server";
import { expireCheckout } from "./expire-checkout.server";
import { transitionOrder } from "./transition-order.server";

let close: () => void;
let input: NewCheckout;
beforeEach(async () => {
  close = openTestDatabase();
  setClock(startOfDate("2026-11-22"));
  await insertTestShop();
  const householdId = await insertTestHousehold();
  const line = {
    productId: await insertTestProduct({ householdId }),
    productName: "Mật ong bạc hà",
    productNameEn: "Mint honey",
    packLabel: "chai 500 ml",
    packLabelEn: "500 ml bottle",
    ocopSet: 4,
    taxClass: "processed" as const,
    stars: 3,
    quantity: 2,
    unitPriceVnd: vnd(185_000),
  };
  input = {
    nextCode: () => "UQ2222222",
    submissionKey: newToken(),
    actorId: null,
    buyerId: null,
    buyerName: "Trần Thị Hồng Nhung",
    buyerPhone: "0987654321",
    communeCode: TEST_SHOP.communeCode,
    addressLine: "12 Ấp Bắc",
    note: "",
    language: "vi",
    method: "vietqr",
    channel: "web",
    payBy: now() + 1,
    commissionBps: 500,
    tax: null,
    orders: [
      { householdId, shippingVnd: vnd(30_000), pickupPoint: null, arrival: null, lines: [line] },
    ],
  };
});
afterEach(() => {
  setClock();
  close();
});

const create = (change: Partial<NewCheckout> = {}) =>
  inTransaction((tx) => createCheckout(tx, { ...input, ...change }));

it("asks for another code when one is taken, and gives up after five", async () => {
  await create();
  const codes = ["UQ2222222", "UQ2222222", "UQ2222222", "UQ2222222", "UQ2222235"];
  const submissionKey = newToken();
  const nextCode = () => codes.shift() ?? "UQ2222222";
  const created = await create({ nextCode, submissionKey });
  expect(created).toMatchObject({ code: "UQ2222235", totalVnd: 400_000 });
  expect(created.orders).toMatchObject([{ code: "UQ2222235-1" }]);
  await expect(create({ submissionKey: newToken() })).rejects.toThrow("no free order reference");
});

it("refuses a second checkout under one submission key", async () => {
  await create();
  await expect(create({ nextCode: () => "UQ2222235" })).rejects.toThrow();
  expect(await reader().select().from(checkouts)).toHaveLength(1);
});

it("refuses two orders of one household, and a transfer without a deadline", async () => {
  await expect(create({ orders: [...input.orders, ...input.orders] })).rejects.toThrow(
    "one order a household",
  );
  await expect(create({ payBy: null })).rejects.toThrow("deadline");
  await expect(create({ method: "cod" })).rejects.toThrow("deadline");
});

it("accepts once, expires after the deadline only, and revives", async () => {
  const { id } = await create();
  const move = { checkoutId: id, actorId: null };
  const accept = () => inTransaction((tx) => acceptCheckout(tx, { ...move, by: "money" }));
  const expire = () => inTransaction((tx) => expireCheckout(tx, move));
  const no = { ok: false, code: "move_not_allowed" };
  expect(await expire()).toEqual(no);
  setClock(now() + 1);
  expect((await expire()).ok).toBe(true);
  expect(await expire()).toEqual(no);
  expect((await accept()).ok).toBe(true);
  expect(await accept()).toEqual(no);
  expect(await expire()).toEqual(no);
  expect(await reader().select().from(orders)).toMatchObject([{ status: "placed" }]);
});

it("moves no order that is not there", async () => {
  const move = {
    orderId: "ord_none",
    to: "placed",
    by: "money",
    reason: null,
    actorId: null,
  } as const;
  expect(await inTransaction((tx) => transitionOrder(tx, move))).toMatchObject({ ok: false });
});

it("opens a buyer's page with its own key only", () => {
  const key = checkoutKey("UQ2222222");
  expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(checkoutKey("UQ2222222")).toBe(key);
  expect(powerOfKey("order", { code: "UQ2222222", key })).toBe("act");
  const reading = readingKey("order", "UQ2222222");
  expect(powerOfKey("order", { code: "UQ2222222", key: reading })).toBe("read");
  expect(powerOfKey("contract", { code: "UQ2222222", key })).toBeNull();
  for (const wrong of ["", key.slice(0, -1), key.toLowerCase() + "x", checkoutKey("UQ2222235")]) {
    expect(powerOfKey("order", { code: "UQ2222222", key: wrong })).toBeNull();
  }
});
