import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { lots, products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { checkouts, orders } from "~db/schema/orders";
import { bankTransactionConflicts, bankTransactions, payments } from "~db/schema/payments";
import { transfers } from "~db/schema/settlement";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import { findPayment, listBankTransactions } from "~/domain/payments/queries.server";
import type { BankNotice } from "~/domain/payments/sepay-notice";
import { parseVietQr } from "~/domain/payments/vietqr-parse";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { useSettings, settings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { MINUTE_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { deliverOrder } from "./deliver-order.server";
import { closeOrder } from "./close-order.server";
import { confirmOrder } from "./confirm-order.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { shipOrder } from "./ship-order.server";
import {
  findStockDifferences,
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  testNotice,
  testSubmission,
} from "./test-shop";

const NOW = startOfDate("2026-11-22") + 9 * 3_600_000;
const DUE = 222_000; // 185,000 and 37,000 for 700 g
let close: () => void;
let householdId: string;
let honey: string;

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

/** A checkout of one jar; answers its id and code. */
async function place(method: PaymentMethod = "vietqr", quantity = 1) {
  const expectedTotalVnd = quantity === 1 ? DUE : 185_000 * quantity + 44_000;
  const lines = [{ productId: honey, quantity }];
  const placed = await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd, method }));
  if (!placed.ok) throw new Error(placed.code);
  const { code } = placed.value;
  const [checkout] = await reader().select().from(checkouts).where(eq(checkouts.code, code));
  return { code, id: present(checkout, "no checkout").id };
}

async function receive(change: Partial<BankNotice>) {
  const notice = testNotice(change);
  const received = await receiveBankNotice({ notice, rawBody: JSON.stringify(notice) });
  if (!received.ok) throw new Error("not received");
  return received.value;
}
const pay = (code: string, amountVnd: number) =>
  receive({ content: `MBVCB.1234.${code}.CT tu 0123`, amountVnd: vnd(amountVnd) });

async function expire() {
  setClock(now() + 31 * MINUTE_MS);
  await expireCheckouts(SYSTEM);
}

async function standing(checkout: { id: string }) {
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
const availableCount = async () =>
  (await reader().select().from(products).where(eq(products.id, honey)))[0]?.availableCount;

const PAID = {
  checkout: "accepted",
  orders: "placed",
  payment: "paid",
  captured: DUE,
  refund: 0,
  buyer: DUE,
  bank: DUE,
  suspense: 0,
};
const UNPAID = {
  checkout: "awaiting_payment",
  orders: "awaiting_payment",
  payment: "open",
  captured: 0,
  refund: 0,
  buyer: 0,
  bank: 0,
  suspense: 0,
};
const EXPIRED = { ...UNPAID, checkout: "expired", orders: "expired", payment: "expired" };

describe("the table of amounts", () => {
  it("equal: paid, and the household sees it", async () => {
    const checkout = await place();
    const { judgement } = await pay(checkout.code, DUE);
    expect(judgement).toEqual({ status: "matched", reason: "paid" });
    expect(await standing(checkout)).toEqual(PAID);
    const actions = (await reader().select().from(auditEntries)).map((entry) => entry.action);
    expect(actions.toSorted()).toEqual([
      "bank_transaction.receive",
      "checkout.accept",
      "checkout.place",
    ]);
  });

  it("less: partially paid, a new QR for the rest, then paid", async () => {
    const checkout = await place();
    const first = await pay(checkout.code, DUE - 1);
    expect(first.judgement).toEqual({ status: "matched", reason: "partially_paid" });
    const part = { ...UNPAID, captured: DUE - 1, buyer: DUE - 1, bank: DUE - 1 };
    expect(await standing(checkout)).toEqual({ ...part, payment: "partially_paid" });
    const payment = await findPayment(checkout.id);
    expect(payment?.remainingVnd).toBe(1);
    const qr = parseVietQr(payment?.vietQrPayload ?? "");
    expect(qr).toMatchObject({ ok: true, value: { amountVnd: 1, memo: checkout.code } });
    const second = await pay(checkout.code, 1);
    expect(second.judgement?.reason).toBe("paid");
    expect(await standing(checkout)).toEqual(PAID);
  });

  it("more: paid, and the excess owed back", async () => {
    const checkout = await place();
    expect((await pay(checkout.code, DUE + 1)).judgement?.reason).toBe("overpaid");
    expect(await standing(checkout)).toEqual({ ...PAID, refund: 1, bank: DUE + 1 });
  });

  it("less, then more than the rest", async () => {
    const checkout = await place();
    await pay(checkout.code, 100_000);
    expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("overpaid");
    expect(await standing(checkout)).toEqual({ ...PAID, refund: 100_000, bank: DUE + 100_000 });
  });

  it("already paid: the second transfer is owed back", async () => {
    const checkout = await place();
    await pay(checkout.code, DUE);
    const again = await pay(checkout.code, DUE);
    expect(again.judgement).toEqual({ status: "matched", reason: "refund_due" });
    expect(await standing(checkout)).toEqual({ ...PAID, refund: DUE, bank: 2 * DUE });
  });

  it("after the deadline but before the sweep: the stock is still held, so it is paid", async () => {
    const checkout = await place();
    setClock(NOW + 31 * MINUTE_MS);
    expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("paid");
    await expireCheckouts(SYSTEM);
    expect(await standing(checkout)).toEqual(PAID);
  });
});

describe("late", () => {
  it("is accepted while the stock is there", async () => {
    const checkout = await place();
    await expire();
    expect(await standing(checkout)).toEqual(EXPIRED);
    expect(await availableCount()).toBe(10);
    expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("late_accepted");
    expect(await standing(checkout)).toEqual(PAID);
    expect(await availableCount()).toBe(9);
  });

  it("with too much is accepted, the excess owed back", async () => {
    const checkout = await place();
    await expire();
    expect((await pay(checkout.code, DUE + 5)).judgement?.reason).toBe("late_accepted");
    expect(await standing(checkout)).toEqual({ ...PAID, refund: 5, bank: DUE + 5 });
  });

  it("is owed back when the stock is gone, and nothing stays reserved", async () => {
    const late = await place("vietqr", 2);
    await expire();
    const lines = [{ productId: honey, quantity: 9 }];
    const total = 9 * 185_000 + 30_000 + 12 * 7_000; // 6,300 g
    const taken = await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd: total }));
    expect(taken.ok).toBe(true);
    expect((await pay(late.code, 414_000)).judgement).toEqual({
      status: "matched",
      reason: "refund_due",
    });
    expect(await standing(late)).toEqual({ ...EXPIRED, refund: 414_000, bank: 414_000 });
    expect(await availableCount()).toBe(1);
  });

  it("is owed back when one of two products is gone: all of the order or none", async () => {
    const tea = await insertTestProduct({ householdId, stockCount: 1, weightGrams: 100 });
    const lines = [
      { productId: honey, quantity: 1 },
      { productId: tea, quantity: 1 },
    ];
    const total = 2 * 185_000 + 37_000;
    const placed = await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd: total }));
    if (!placed.ok) throw new Error(placed.code);
    await expire();
    const stock = (productId: string, onHandCount: number) =>
      inTransaction(async (tx) => {
        await tx.update(lots).set({ onHandCount }).where(eq(lots.productId, productId));
        await tx
          .update(products)
          .set({ availableCount: onHandCount })
          .where(eq(products.id, productId));
      });
    // One after the other, because nobody knows which line is reserved first.
    await stock(tea, 0);
    expect((await pay(placed.value.code, total)).judgement?.reason).toBe("refund_due");
    expect(await availableCount()).toBe(10);
    await stock(tea, 1);
    await stock(honey, 0);
    expect((await pay(placed.value.code, total)).judgement?.reason).toBe("refund_due");
    const [rest] = await reader().select().from(products).where(eq(products.id, tea));
    expect(rest?.availableCount).toBe(1);
    await stock(honey, 1);
    expect((await pay(placed.value.code, total)).judgement?.reason).toBe("late_accepted");
  });

  it("is owed back when it is short: it revives nothing", async () => {
    const checkout = await place();
    await expire();
    expect((await pay(checkout.code, DUE - 1)).judgement?.reason).toBe("refund_due");
    expect(await standing(checkout)).toEqual({ ...EXPIRED, refund: DUE - 1, bank: DUE - 1 });
  });

  it("is owed back when the household may not sell any more", async () => {
    const checkout = await place();
    await expire();
    await inTransaction(async (tx) => {
      await tx
        .update(households)
        .set({ status: "suspended" })
        .where(eq(households.id, householdId));
    });
    expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("refund_due");
  });

  it("twice: accepted once, the second owed back", async () => {
    const checkout = await place();
    await expire();
    await pay(checkout.code, DUE);
    expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("refund_due");
    expect(await standing(checkout)).toEqual({ ...PAID, refund: DUE, bank: 2 * DUE });
  });
});

describe("expireCheckouts", () => {
  it("moves what was paid in part to the buyer's refund, once, and a rest that comes late after it", async () => {
    const checkout = await place();
    await pay(checkout.code, 100_000);
    setClock(NOW + 30 * MINUTE_MS - 1);
    expect(await expireCheckouts(SYSTEM)).toMatchObject({ value: { expiredCount: 0 } });
    setClock(NOW + 30 * MINUTE_MS);
    expect(await expireCheckouts(SYSTEM)).toMatchObject({ value: { expiredCount: 1 } });
    expect(await expireCheckouts(SYSTEM)).toMatchObject({ value: { expiredCount: 0 } });
    const owed = { ...EXPIRED, refund: 100_000, bank: 100_000 };
    expect(await standing(checkout)).toEqual(owed);
    expect(await availableCount()).toBe(10);
    await pay(checkout.code, DUE - 100_000);
    expect(await standing(checkout)).toEqual({ ...owed, refund: DUE, bank: DUE });
    await pay(checkout.code, DUE);
    expect(await standing(checkout)).toEqual({ ...PAID, refund: DUE, bank: 2 * DUE });
    const payment = await findPayment(checkout.id);
    expect(payment).toMatchObject({ remainingVnd: 0, vietQrPayload: null });
  });

  it("leaves paid checkouts and those paid at the door alone", async () => {
    const paid = await place();
    await pay(paid.code, DUE);
    const cod = await place("cod");
    await expire();
    expect((await standing(paid)).checkout).toBe("accepted");
    expect((await standing(cod)).checkout).toBe("accepted");
    expect(await availableCount()).toBe(8);
  });

  it("does at most 50 a call, and says whether there may be more", async () => {
    const many = await insertTestProduct({ householdId, stockCount: 100 });
    const lines = [{ productId: many, quantity: 1 }];
    for (let i = 0; i < 51; i += 1) {
      await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd: DUE }));
    }
    setClock(NOW + 30 * MINUTE_MS);
    const first = await expireCheckouts(SYSTEM);
    expect(first).toEqual({ ok: true, value: { expiredCount: 50, isBatchFull: true } });
    const second = await expireCheckouts(SYSTEM);
    expect(second).toEqual({ ok: true, value: { expiredCount: 1, isBatchFull: false } });
  });

  it("and a transfer at the same moment: either paid or expired", async () => {
    const checkout = await place();
    setClock(NOW + 30 * MINUTE_MS);
    await Promise.all([expireCheckouts(SYSTEM), pay(checkout.code, DUE), expireCheckouts(SYSTEM)]);
    expect(await standing(checkout)).toEqual(PAID);
  });
});

describe("money whose purpose is unknown", () => {
  const SUSPENDED = { ...UNPAID, bank: DUE, suspense: DUE };

  it.each(["", "chuyen tien", "UQ7K3M9", "UQ0000000"])("memo %j", async (content) => {
    const checkout = await place();
    const { judgement } = await receive({ content, amountVnd: vnd(DUE) });
    expect(judgement).toEqual({ status: "suspense", reason: "no_reference" });
    expect(await standing(checkout)).toEqual(SUSPENDED);
  });

  it("a reference with one wrong symbol is a suggestion to a person, never a match", async () => {
    const checkout = await place();
    const last = checkout.code.endsWith("2") ? "3" : "2";
    const { judgement } = await pay(checkout.code.slice(0, -1) + last, DUE);
    expect(judgement?.reason).toBe("no_reference");
    expect(await standing(checkout)).toEqual(SUSPENDED);
  });

  it("a valid reference of no order of ours", async () => {
    const { judgement } = await pay("UQ2222222", DUE);
    expect(judgement?.reason).toBe("no_reference");
  });

  it("two orders in one memo", async () => {
    const [one, two] = [await place(), await place()];
    const content = `${one.code} va ${two.code}`;
    const { judgement } = await receive({ content, amountVnd: vnd(2 * DUE) });
    expect(judgement).toEqual({ status: "suspense", reason: "several_references" });
    const { transactions } = await listBankTransactions({ status: "suspense", page: 1 });
    expect(transactions).toMatchObject([
      { references: [one.code, two.code], checkoutCode: null, maskedAccount: "•••• 2345" },
    ]);
  });

  it("an order that is paid at the door", async () => {
    const checkout = await place("cod");
    const { judgement } = await pay(checkout.code, DUE);
    expect(judgement).toEqual({ status: "suspense", reason: "not_awaiting_transfer" });
    const { payment, suspense } = await standing(checkout);
    expect([payment, suspense]).toEqual(["on_delivery", DUE]);
    const { transactions } = await listBankTransactions({ status: null, page: 1 });
    expect(transactions).toMatchObject([{ checkoutCode: checkout.code, conflictCount: 0 }]);
  });

  it("an order whose cash was taken at the door already is owed back", async () => {
    const checkout = await place("cod");
    const orderCode = `${checkout.code}-1`;
    const scope = { kind: "all" } as const;
    await confirmOrder(SYSTEM, scope, { orderCode });
    await shipOrder(SYSTEM, scope, { orderCode, carrier: "VNPost", trackingCode: "" });
    await deliverOrder(SYSTEM, scope, { orderCode });
    expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("refund_due");
    expect((await standing(checkout)).refund).toBe(DUE);
  });
});

it("cash whose orders all fell through revives nothing: a transfer is owed back", async () => {
  const checkout = await place("cod");
  const orderCode = `${checkout.code}-1`;
  await closeOrder(SYSTEM, { kind: "all" }, { orderCode, to: "cancelled", reason: "Hết hàng" });
  expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("refund_due");
  expect(await standing(checkout)).toMatchObject({ payment: "expired", refund: DUE });
});

describe("no money of ours", () => {
  it.each<[string, Partial<BankNotice>]>([
    ["outgoing", { direction: "out" }],
    ["not_positive", { amountVnd: vnd(0) }],
    ["not_positive", { amountVnd: vnd(-DUE) }],
    ["other_account", { accountNumber: "1111222233334" }],
  ])("%s %j is stored and ignored", async (reason, change) => {
    const checkout = await place();
    const notice = { content: checkout.code, amountVnd: vnd(DUE), ...change };
    const { judgement } = await receive(notice);
    expect(judgement).toEqual({ status: "ignored", reason });
    expect(await standing(checkout)).toEqual(UNPAID);
    expect(await reader().select().from(transfers)).toEqual([]);
    expect(await reader().select().from(bankTransactions)).toHaveLength(1);
  });

  it("the account that a payment was opened with stays ours after the settings have changed", async () => {
    const checkout = await place();
    const before = settings().BANK_ACCOUNT_NUMBER;
    const { DATA_DIR } = settings();
    useSettings({ DATA_DIR, LOG_LEVEL: "error", BANK_ACCOUNT_NUMBER: "999900001111" });
    const notice = { content: checkout.code, amountVnd: vnd(DUE), accountNumber: before };
    expect((await receive(notice)).judgement?.reason).toBe("paid");
    const stray = await receive({ content: "khong ma", accountNumber: before });
    expect(stray.judgement?.reason).toBe("other_account");
  });
});

describe("the same line again", () => {
  it("changes nothing, five times at once, in whatever JSON it comes", async () => {
    const checkout = await place();
    const notice = testNotice({ content: checkout.code, amountVnd: vnd(DUE) });
    const results = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        receiveBankNotice({
          notice: { ...notice, referenceCode: `FT${i}` },
          rawBody: " ".repeat(i),
        }),
      ),
    );
    const kinds = results.map((result) => (result.ok ? result.value.kind : "failed"));
    expect(kinds.toSorted()).toEqual([
      "duplicate",
      "duplicate",
      "duplicate",
      "duplicate",
      "recorded",
    ]);
    expect(await standing(checkout)).toEqual(PAID);
  });

  it.each<[string, Partial<BankNotice>]>([
    ["amount", { amountVnd: vnd(DUE * 10) }],
    ["memo", { content: "khac" }],
    ["direction", { direction: "out" }],
    ["account", { accountNumber: "1111222233334" }],
    ["time", { occurredAt: NOW + 1000 }],
  ])("with another %s is kept beside the first, once, for the staff to see", async (_, change) => {
    const checkout = await place();
    const notice = testNotice({ content: checkout.code, amountVnd: vnd(DUE) });
    await receiveBankNotice({ notice, rawBody: "first" });
    const other = { ...notice, ...change };
    for (let i = 0; i < 2; i += 1) {
      const again = await receiveBankNotice({ notice: other, rawBody: "second" });
      expect(again).toMatchObject({ ok: true, value: { kind: "conflict", judgement: null } });
    }
    expect(await standing(checkout)).toEqual(PAID);
    expect(await reader().select().from(bankTransactions)).toMatchObject([{ rawBody: "first" }]);
    expect(await reader().select().from(bankTransactionConflicts)).toMatchObject([
      { rawBody: "second" },
    ]);
    const { transactions } = await listBankTransactions({ status: "matched", page: 1 });
    expect(transactions).toMatchObject([{ conflictCount: 1, amountVnd: DUE }]);
  });

  it("of another provider id is another transfer", async () => {
    const checkout = await place();
    await pay(checkout.code, DUE);
    await pay(checkout.code, DUE);
    expect(await reader().select().from(bankTransactions)).toHaveLength(2);
  });
});

it("keeps the evidence as it came", async () => {
  const { bankTransactionId } = await receive({ content: "khong ma" });
  await expect(
    inTransaction(async (tx) => {
      await tx
        .update(bankTransactions)
        .set({ amountVnd: 1 })
        .where(eq(bankTransactions.id, bankTransactionId));
    }),
  ).rejects.toThrow(/append-only|Failed/);
});

it("captures what is due to the đồng and not more", async () => {
  const checkout = await place();
  await pay(checkout.code, 1);
  await pay(checkout.code, DUE * 10);
  const [payment] = await reader().select().from(payments);
  expect(payment?.capturedVnd).toBe(DUE);
  expect((await standing(checkout)).refund).toBe(DUE * 9 + 1);
});
