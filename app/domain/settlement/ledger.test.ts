import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { commissionRules, ledgerAccounts, transfers } from "~db/schema/settlement";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import { confirmOrder } from "~/domain/flows/confirm-order.server";
import { deliverOrder } from "~/domain/flows/deliver-order.server";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import { receiveBankNotice } from "~/domain/flows/receive-bank-notice.server";
import { shipOrder } from "~/domain/flows/ship-order.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  testNotice,
  testSubmission,
} from "~/domain/flows/test-shop";
import { classifyBankTransaction } from "~/domain/payments/classify-bank-transaction.server";
import { recordBankTransaction } from "~/domain/payments/record-bank-transaction.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader, type Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { checkLedger } from "./check-ledger.server";
import { postTransfer, type NewTransfer } from "./post-transfer.server";
import { balanceOf, commissionRateBps } from "./queries.server";

let close: () => void;
beforeEach(() => {
  close = openTestDatabase();
  setClock(startOfDate("2026-12-01") - 1);
});
afterEach(() => {
  setClock();
  close();
});

const receipt: NewTransfer = {
  key: "bank_transaction:1:receipt",
  debit: { kind: "bank" },
  credit: { kind: "buyer", ownerId: "chk_1" },
  amountVnd: vnd(1_000),
  reason: "bank_receipt",
  reference: { kind: "bank_transaction", id: "1" },
};
const settled: NewTransfer = {
  key: "order:1:settled",
  debit: { kind: "buyer", ownerId: "chk_1" },
  credit: { kind: "household", ownerId: "hh_1" },
  amountVnd: vnd(1_000),
  reason: "order_settled",
  reference: { kind: "order", id: "1" },
};
const post = (transfer: NewTransfer) => inTransaction((tx) => postTransfer(tx, transfer));
const write = (work: (tx: Transaction) => Promise<unknown>) => inTransaction(work);

describe("postTransfer", () => {
  it("opens accounts on first use, and raises each on its normal side", async () => {
    await post(receipt);
    expect(await balanceOf({ kind: "bank" })).toBe(1_000);
    expect(await balanceOf({ kind: "buyer", ownerId: "chk_1" })).toBe(1_000);
    expect(await balanceOf({ kind: "suspense" })).toBe(0);
    const accounts = await reader().select().from(ledgerAccounts).orderBy(ledgerAccounts.id);
    expect(accounts).toMatchObject([
      { id: "bank", kind: "bank", ownerId: null },
      { id: "buyer:chk_1", kind: "buyer", ownerId: "chk_1" },
    ]);
    expect(await reader().select().from(transfers)).toMatchObject([{ localDate: "2026-11-30" }]);
  });

  it("posts a key once", async () => {
    await post(receipt);
    await post(receipt);
    expect(await balanceOf({ kind: "bank" })).toBe(1_000);
  });

  it.each<[string, Partial<NewTransfer>]>([
    ["amount", { amountVnd: vnd(1_001) }],
    ["account", { credit: { kind: "buyer", ownerId: "chk_2" } }],
    ["reason", { reason: "cash_collected" }],
    ["reference", { reference: { kind: "bank_transaction", id: "2" } }],
  ])("throws when a key comes back with another %s", async (_, change) => {
    await post(receipt);
    await expect(post({ ...receipt, ...change })).rejects.toThrow("another content");
    expect(await reader().select().from(transfers)).toHaveLength(1);
  });

  it.each([0, -1, 0.5, NaN, 2 ** 53])("case 1: refuses %s đồng", async (amount) => {
    await expect(async () => post({ ...receipt, amountVnd: vnd(amount) })).rejects.toThrow();
    expect(await reader().select().from(transfers)).toEqual([]);
  });

  it("takes an account to nothing and not below", async () => {
    await post(receipt);
    await expect(post({ ...settled, amountVnd: vnd(1_001) })).rejects.toThrow("less than 1001");
    await post(settled);
    expect(await balanceOf({ kind: "buyer", ownerId: "chk_1" })).toBe(0);
    await expect(post({ ...settled, key: "again", amountVnd: vnd(1) })).rejects.toThrow();
    // An asset falls by credit.
    const out = { ...receipt, key: "out", debit: receipt.credit, credit: receipt.debit };
    await expect(post({ ...out, amountVnd: vnd(1_001) })).rejects.toThrow();
  });

  it("case 73: cannot be changed or deleted afterwards", async () => {
    await post(receipt);
    await expect(write((tx) => tx.update(transfers).set({ amountVnd: 1 }))).rejects.toThrow();
    await expect(write((tx) => tx.delete(transfers))).rejects.toThrow();
    expect(await balanceOf({ kind: "bank" })).toBe(1_000);
  });
});

it("knows the commission of a day", async () => {
  expect(await commissionRateBps(reader(), "2026-12-01")).toBe(0);
  await write((tx) =>
    tx.insert(commissionRules).values([
      { id: "a", effectiveOn: "2026-01-01", rateBps: 500 },
      { id: "b", effectiveOn: "2026-12-01", rateBps: 300 },
    ]),
  );
  const on = (day: string) => commissionRateBps(reader(), day);
  expect(await on("2025-12-31")).toBe(0);
  expect(await on("2026-11-30")).toBe(500);
  expect(await on("2026-12-01")).toBe(300);
});

describe("checkLedger names exactly what is wrong", () => {
  let bankTransactionId: string;
  let orderId: string;
  let paymentId: string;
  let checkoutId: string;

  beforeEach(async () => {
    await insertTestShop();
    const productId = await insertTestProduct({ householdId: await insertTestHousehold() });
    const lines = [{ productId, quantity: 1 }];
    const placed = await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd: 222_000 }));
    if (!placed.ok) throw new Error(placed.code);
    const notice = testNotice({ content: placed.value.code, amountVnd: vnd(222_000) });
    const received = await receiveBankNotice({ notice, rawBody: "{}" });
    bankTransactionId = received.ok ? received.value.bankTransactionId : "";
    const orderCode = `${placed.value.code}-1`;
    await confirmOrder(SYSTEM, { kind: "all" }, { orderCode });
    const parcel = { orderCode, carrier: "VNPost", trackingCode: "EE123VN" };
    await shipOrder(SYSTEM, { kind: "all" }, parcel);
    await deliverOrder(SYSTEM, { by: "household", scope: { kind: "all" } }, { orderCode });
    const [order] = await reader().select().from(orders);
    const [payment] = await reader().select().from(payments);
    orderId = present(order, "no order").id;
    paymentId = present(payment, "no payment").id;
    checkoutId = present(payment, "no payment").checkoutId;
    expect(await checkLedger()).toEqual([]);
  });

  it("case 75: a line of the inbox that never reached the ledger", async () => {
    await write(async (tx) => {
      const line = testNotice({ amountVnd: vnd(7_000) });
      const recorded = await recordBankTransaction(tx, { notice: line, rawBody: "{}" });
      bankTransactionId = recorded.bankTransactionId;
    });
    expect(await checkLedger()).toEqual([
      {
        name: "bank_balance",
        subjectId: "bank_balance",
        expectedVnd: 229_000,
        actualVnd: 222_000,
      },
      { name: "suspense_balance", subjectId: "suspense_balance", expectedVnd: 7_000, actualVnd: 0 },
      { name: "bank_receipt", subjectId: bankTransactionId, expectedVnd: 7_000, actualVnd: 0 },
    ]);
  });

  it("case 75: a receipt without a line of the inbox", async () => {
    await post({
      ...receipt,
      credit: { kind: "suspense" },
      reference: { kind: "bank_transaction", id: "btx_none" },
    });
    const [stray] = await reader()
      .select()
      .from(transfers)
      .where(eq(transfers.referenceId, "btx_none"));
    expect(await checkLedger()).toEqual([
      expect.objectContaining({ name: "bank_balance", actualVnd: 223_000 }),
      expect.objectContaining({ name: "suspense_balance", expectedVnd: 0, actualVnd: 1_000 }),
      { name: "bank_receipt", subjectId: stray?.id, expectedVnd: 0, actualVnd: 1_000 },
    ]);
  });

  it("case 75: a line that was posted and is called ignored", async () => {
    await write((tx) =>
      classifyBankTransaction(tx, {
        bankTransactionId,
        status: "ignored",
        reason: "outgoing",
        paymentId: null,
      }),
    );
    expect(await checkLedger()).toEqual([
      expect.objectContaining({ name: "bank_balance", expectedVnd: 0, actualVnd: 222_000 }),
      { name: "bank_receipt", subjectId: bankTransactionId, expectedVnd: 0, actualVnd: 222_000 },
    ]);
  });

  it("case 74: a payment that says another amount, or another state", async () => {
    await write((tx) => tx.update(payments).set({ capturedVnd: 221_999 }));
    expect(await checkLedger()).toEqual([
      {
        name: "payment_captured",
        subjectId: paymentId,
        expectedVnd: 222_000,
        actualVnd: 221_999,
      },
      { name: "payment_status", subjectId: paymentId, expectedVnd: 222_000, actualVnd: 221_999 },
    ]);
    for (const status of ["open", "expired", "partially_paid", "on_delivery"] as const) {
      await write((tx) => tx.update(payments).set({ capturedVnd: 222_000, status }));
      expect(await checkLedger()).toEqual([
        { name: "payment_status", subjectId: paymentId, expectedVnd: 222_000, actualVnd: 222_000 },
      ]);
    }
  });

  it("an order that was settled and says that it was not delivered", async () => {
    await write((tx) => tx.update(orders).set({ status: "shipped" }));
    expect(await checkLedger()).toEqual([
      { name: "order_settlement", subjectId: orderId, expectedVnd: 0, actualVnd: 222_000 },
      { name: "order_commission", subjectId: orderId, expectedVnd: 0, actualVnd: 9_250 },
    ]);
  });

  it("a cancelled order that nobody owes the money of", async () => {
    await write((tx) => tx.update(orders).set({ status: "cancelled" }));
    expect(await checkLedger()).toEqual([
      expect.objectContaining({ name: "order_settlement" }),
      expect.objectContaining({ name: "order_commission" }),
      { name: "order_refund", subjectId: orderId, expectedVnd: 222_000, actualVnd: 0 },
    ]);
  });

  it("an account below zero", async () => {
    // Past the one writer, as a repair by hand might.
    await write((tx) =>
      tx.insert(transfers).values({
        id: "trf_hand",
        key: "by hand",
        debitAccountId: `buyer:${checkoutId}`,
        creditAccountId: "commission",
        amountVnd: 500,
        reason: "commission_taken",
        referenceKind: "hand",
        referenceId: "1",
        occurredAt: 0,
        localDate: "2026-12-01",
      }),
    );
    expect(await checkLedger()).toEqual([
      {
        name: "account_below_zero",
        subjectId: `buyer:${checkoutId}`,
        expectedVnd: 0,
        actualVnd: -500,
      },
    ]);
  });
});
