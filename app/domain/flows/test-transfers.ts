import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { products } from "~db/schema/catalog";
import { checkouts, orders } from "~db/schema/orders";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import { findPayment } from "~/domain/payments/queries.server";
import type { BankNotice } from "~/domain/payments/bank-notice";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { MINUTE_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import {
  findStockDifferences,
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  testNotice,
  testSubmission,
} from "./test-shop";

export const NOW = startOfDate("2026-11-22") + 9 * 3_600_000;
export const DUE = 222_000; // 185,000 and 37,000 for 700 g
let close: () => void;
export let householdId: string;
export let honey: string;

/** A checkout of one jar; answers its id and code. */
export async function place(method: PaymentMethod = "vietqr", quantity = 1) {
  const expectedTotalVnd = quantity === 1 ? DUE : 185_000 * quantity + 44_000;
  const lines = [{ productId: honey, quantity }];
  const placed = await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd, method }));
  if (!placed.ok) throw new Error(placed.code);
  const { code } = placed.value;
  const [checkout] = await reader().select().from(checkouts).where(eq(checkouts.code, code));
  return { code, id: present(checkout, "no checkout").id };
}

export async function receive(change: Partial<BankNotice>) {
  const notice = testNotice(change);
  const received = await receiveBankNotice({ notice, rawBody: JSON.stringify(notice) });
  if (!received.ok) throw new Error("not received");
  return received.value;
}

export const pay = (code: string, amountVnd: number) =>
  receive({ content: `MBVCB.1234.${code}.CT tu 0123`, amountVnd: vnd(amountVnd) });

export async function expire() {
  setClock(now() + 31 * MINUTE_MS);
  await expireCheckouts(SYSTEM);
}

export async function standing(checkout: { id: string }) {
  const payment = present(await findPayment(checkout.id), "no payment");
  const [row] = await reader().select().from(checkouts).where(eq(checkouts.id, checkout.id));
  const rows = await reader().select().from(orders).where(eq(orders.checkoutId, checkout.id));
  return {
    checkout: row?.status,
    orders: rows.map((order) => order.status).join(),
    payment: payment.status,
    captured: payment.capturedVnd,
    refund: payment.refundDueVnd,
    buyer: await balanceOf({ kind: "buyer", ownerId: checkout.id }),
    bank: await balanceOf({ kind: "bank" }),
    suspense: await balanceOf({ kind: "suspense" }),
  };
}

export const availableCount = async () =>
  (await reader().select().from(products).where(eq(products.id, honey)))[0]?.availableCount;

export const PAID = {
  checkout: "accepted",
  orders: "placed",
  payment: "paid",
  captured: DUE,
  refund: 0,
  buyer: DUE,
  bank: DUE,
  suspense: 0,
};
export const UNPAID = {
  checkout: "awaiting_payment",
  orders: "awaiting_payment",
  payment: "open",
  captured: 0,
  refund: 0,
  buyer: 0,
  bank: 0,
  suspense: 0,
};
export const EXPIRED = { ...UNPAID, checkout: "expired", orders: "expired", payment: "expired" };

/** A shop with one product before each test; after it stock and ledger add up. */
export function setUpTransfers(): void {
  beforeEach(async () => {
    close = openTestDatabase();
    setClock(NOW);
    await insertTestShop();
    householdId = await insertTestHousehold();
    honey = await insertTestProduct({ householdId });
  });

  afterEach(async () => {
    expect(await findStockDifferences()).toEqual([]);
    expect(await checkLedger()).toEqual([]);
    setClock();
    close();
  });
}
