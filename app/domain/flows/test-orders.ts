import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { lots } from "~db/schema/catalog";
import { orders } from "~db/schema/orders";
import { GUEST, SYSTEM, type Actor } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import { findCheckout } from "~/domain/orders/queries.server";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { closeOrder } from "./close-order.server";
import { confirmOrder } from "./confirm-order.server";
import { deliverOrder } from "./deliver-order.server";
import type { Mover } from "./move-order.server";
import { packOrder } from "./pack-order.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { recountAll } from "./recount-all.server";
import { shipOrder } from "./ship-order.server";
import { readAggregates } from "./test-aggregates";
import {
  TEST_SHOP,
  findStockDifferences,
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  testNotice,
  ownPhone,
  testSubmission,
} from "./test-shop";

export const NOW = startOfDate("2026-11-30") + 9 * 3_600_000;
let close: () => void;
export let householdId: string;
export let otherId: string;
export let honey: string; // 185,000 đ, 700 g
export let tea: string; // 90,001 đ, 100 g, of the other household
export let member: Actor;
export let scope: Scope;
export const ALL: Scope = { kind: "all" };
/** Whichever household it is. */
export const BY_ALL: Mover = { by: "household", scope: ALL };

/** A jar of one household and three packs of tea of the other: 222,000 and 300,003. */
export async function place(method: PaymentMethod, phone = ownPhone()) {
  const lines = [
    { productId: honey, quantity: 1 },
    { productId: tea, quantity: 3 },
  ];
  const submission = testSubmission({
    lines,
    expectedTotalVnd: 522_003,
    method,
    buyerPhone: phone,
  });
  const placed = await placeCheckout(GUEST, submission);
  if (!placed.ok) throw new Error(placed.code);
  const { code } = placed.value;
  const view = await findCheckout(code);
  return { code, id: view?.id ?? "", phone, jar: `${code}-1`, packs: `${code}-2` };
}

export async function placePaid() {
  const checkout = await place("vietqr");
  const notice = testNotice({ content: checkout.code, amountVnd: vnd(522_003) });
  await receiveBankNotice({ notice, rawBody: "{}" });
  return checkout;
}

export const OK = { ok: true, value: null };
export const confirm = (orderCode: string) => confirmOrder(member, ALL, { orderCode });
export const ship = (orderCode: string) =>
  shipOrder(member, ALL, { orderCode, carrier: "VNPost", trackingCode: "EE123VN" });
export const bringMyself = (orderCode: string) =>
  shipOrder(member, ALL, { orderCode, carrier: "self", trackingCode: "" });
export const deliver = (orderCode: string) => deliverOrder(member, BY_ALL, { orderCode });
export const cancel = (orderCode: string) =>
  closeOrder(member, BY_ALL, { orderCode, to: "cancelled", reason: "Hết hàng" });
export const pack = (orderCode: string) => packOrder(member, ALL, { orderCode });
export const lose = (orderCode: string) =>
  closeOrder(member, BY_ALL, { orderCode, to: "lost", reason: "" });
export const refuse = (orderCode: string) =>
  closeOrder(member, BY_ALL, { orderCode, to: "refused", reason: "" });
export const statusOf = async (code: string) =>
  (await reader().select().from(orders).where(eq(orders.code, code)))[0]?.status;
export const lotOf = async (productId: string) =>
  (await reader().select().from(lots).where(eq(lots.productId, productId)))[0];

/** A shop with two households before each test; after it stock, ledger and monthly figures add up. */
export function setUpOrders(): void {
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
    const kept = await readAggregates();
    await recountAll(SYSTEM);
    expect(await readAggregates()).toEqual(kept);
    setClock();
    close();
  });
}
