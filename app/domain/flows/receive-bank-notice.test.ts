import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { bankTransactionConflicts, bankTransactions, payments } from "~db/schema/payments";
import { transfers } from "~db/schema/settlement";
import { SYSTEM } from "~/domain/audit/actor";
import { findPayment, listBankTransactions } from "~/domain/payments/queries.server";
import type { BankNotice } from "~/domain/payments/bank-notice";
import { parseVietQr } from "~/domain/payments/vietqr-parse";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { useSettings, settings } from "~/platform/env.server";
import { vnd } from "~/platform/money";
import { MINUTE_MS } from "~/platform/period";
import { unseal } from "~/platform/seal.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { testNotice } from "./test-shop";
import {
  NOW,
  DUE,
  place,
  receive,
  pay,
  standing,
  PAID,
  UNPAID,
  setUpTransfers,
} from "./test-transfers";

setUpTransfers();

describe("case 51: the table of amounts", () => {
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

  it.each([
    ["with exactly its amount", 370_000 + 44_000, "paid"],
    ["with the payer's own, smaller amount", DUE, "partially_paid"],
  ])("case 50: the code of another's order %s", async (_, amountVnd, payment) => {
    const own = await place();
    const others = await place("vietqr", 2);
    await pay(others.code, amountVnd);
    expect((await standing(others)).payment).toBe(payment);
    expect((await standing(own)).payment).toBe("open");
  });

  it("case 52: already paid: the second transfer is owed back", async () => {
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

describe("no money of ours", () => {
  it.each<[string, Partial<BankNotice>]>([
    ["not_positive", { direction: "out", amountVnd: vnd(-DUE) }],
    ["other_account", { direction: "out", accountNumber: "1111222233334" }],
    ["not_positive", { amountVnd: vnd(0) }],
    ["not_positive", { amountVnd: vnd(-DUE) }],
    ["other_account", { accountNumber: "1111222233334" }],
  ])("case 55: %s %j is stored and ignored", async (reason, change) => {
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
  it("case 53: changes nothing, five times at once, in whatever JSON it comes", async () => {
    const checkout = await place();
    const notice = testNotice({ content: checkout.code, amountVnd: vnd(DUE) });
    const results = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        receiveBankNotice({
          notice: { ...notice, bankReference: `FT${i}` },
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
  ])(
    "case 54: with another %s is kept beside the first, once, for the staff to see",
    async (_, change) => {
      const checkout = await place();
      const notice = testNotice({ content: checkout.code, amountVnd: vnd(DUE) });
      await receiveBankNotice({ notice, rawBody: "first" });
      const other = { ...notice, ...change };
      for (const kind of ["conflict", "duplicate"]) {
        const again = await receiveBankNotice({ notice: other, rawBody: "second" });
        expect(again).toMatchObject({ ok: true, value: { kind, judgement: null } });
      }
      expect(await standing(checkout)).toEqual(PAID);
      for (const [table, body] of [
        [bankTransactions, "first"],
        [bankTransactionConflicts, "second"],
      ] as const) {
        const rows = await reader().select().from(table);
        expect(rows.map((row) => unseal(row.sealedBody, row.id))).toEqual([body]);
        expect(rows).toMatchObject([{ provider: "sepay" }]);
      }
      const { transactions } = await listBankTransactions({ status: "matched", page: 1 });
      expect(transactions).toMatchObject([{ conflictCount: 1, amountVnd: DUE }]);
    },
  );

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
