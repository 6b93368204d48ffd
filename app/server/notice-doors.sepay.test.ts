import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { bankTransactionConflicts, bankTransactions, unreadableNotices } from "~db/schema/payments";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  testSubmission,
} from "~/domain/flows/test-shop";
import { findCheckout } from "~/domain/orders/queries.server";
import { webhookSecrets } from "~/domain/payments/bank-secrets.server";
import { findPayment } from "~/domain/payments/queries.server";
import { countUnreadableNotices } from "~/domain/payments/queries-unreadable.server";
import { signSepayNotice } from "~/domain/payments/sepay-signature.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings, useSettings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import { startOfDate } from "~/platform/period";
import { unseal } from "~/platform/seal.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { MAX_NOTICE_BYTES } from "./read-body";
import { openDoors, type Doors } from "./test-doors";

const NOON = startOfDate("2026-11-22") + 12 * 3_600_000;
const SECRET = "not-the-real-one-0001";
const DUE = 222_000; // 185,000 and 37,000 for 700 g

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

let close: () => void;
let code: string;

beforeEach(async () => {
  close = openTestDatabase({ SEPAY_WEBHOOK_SECRET: SECRET });
  setClock(NOON);
  await insertTestShop();
  const productId = await insertTestProduct({ householdId: await insertTestHousehold() });
  const placed = await placeCheckout(
    GUEST,
    testSubmission({ lines: [{ productId, quantity: 1 }], expectedTotalVnd: DUE }),
  );
  if (!placed.ok) throw new Error(placed.code);
  code = placed.value.code;
});
afterEach(() => {
  setClock();
  close();
});

const notice = (change: Record<string, unknown> = {}) =>
  JSON.stringify({
    id: 92704,
    gateway: "Agribank",
    transactionDate: "2026-11-22 11:59:30",
    accountNumber: settings().BANK_ACCOUNT_NUMBER,
    code: null,
    content: `MBVCB.1.${code}.CT tu`,
    transferType: "in",
    transferAmount: DUE,
    accumulated: 0,
    subAccount: null,
    referenceCode: "FT1",
    description: "",
    ...change,
  });

const signed = (body: string, options: { secret?: string; at?: number } = {}) =>
  signSepayNotice({
    rawBody: new TextEncoder().encode(body),
    secret: options.secret ?? SECRET,
    timestampSeconds: Math.floor((options.at ?? now()) / 1_000),
  });

const post = (body: string, headers: Record<string, string>) =>
  doors.knock("bank/sepay", { body, headers });

const unreadable = async () =>
  (await reader().select().from(unreadableNotices)).map((notice) => ({
    ...notice,
    body: unseal(notice.sealedBody, notice.id),
  }));
const inbox = () => reader().select().from(bankTransactions);

async function paymentStatus() {
  const checkout = present(await findCheckout(code), "the checkout");
  return present(await findPayment(checkout.id), "its payment").status;
}

describe("a genuine notice", () => {
  it("pays its order", async () => {
    const response = await post(notice(), signed(notice()));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ success: true });
    expect(await paymentStatus()).toBe("paid");
  });

  it("counts once, however often it comes", async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post(notice(), signed(notice()))),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(await inbox()).toHaveLength(1);
  });

  it("with a known id and other content changes nothing and is kept apart", async () => {
    await post(notice(), signed(notice()));
    const other = notice({ transferAmount: 1 });
    expect((await post(other, signed(other))).status).toBe(200);
    expect((await inbox()).map((row) => row.amountVnd)).toEqual([DUE]);
    expect(await reader().select().from(bankTransactionConflicts)).toHaveLength(1);
  });

  it("of an unknown order is kept for a person", async () => {
    const body = notice({ content: "UQ2222222 tien hang" });
    expect((await post(body, signed(body))).status).toBe(200);
    expect((await inbox()).map((row) => row.status)).toEqual(["suspense"]);
    expect(await paymentStatus()).toBe("open");
  });

  it("may carry the API key instead of a signature", async () => {
    expect((await post(notice(), { Authorization: `Apikey ${SECRET}` })).status).toBe(200);
  });

  it("is known by either secret while one replaces the other, and by the old one no longer after", async () => {
    useSettings({
      DATA_DIR: settings().DATA_DIR,
      SEPAY_WEBHOOK_SECRET: `newer-one-000000001, ${SECRET}`,
    });
    expect(webhookSecrets("sepay")).toEqual(["newer-one-000000001", SECRET]);
    expect((await post(notice(), signed(notice()))).status).toBe(200);
    useSettings({ DATA_DIR: settings().DATA_DIR, SEPAY_WEBHOOK_SECRET: "newer-one-000000001" });
    expect((await post(notice(), signed(notice()))).status).toBe(401);
    expect((await post(notice(), signed(notice(), { secret: "newer-one-000000001" }))).status).toBe(
      200,
    );
  });
});

describe("case 58: anything else is refused and leaves no trace", () => {
  afterEach(async () => {
    expect(await inbox()).toEqual([]);
    expect(await unreadable()).toEqual([]);
    expect(await paymentStatus()).toBe("open");
  });

  it.each<[string, () => Record<string, string>]>([
    ["no signature", () => ({})],
    ["a blank one", () => ({ "X-SePay-Signature": "", "X-SePay-Timestamp": "" })],
    ["a forged one", () => signed(notice(), { secret: "somebody-elses-secret" })],
    ["one of another body", () => signed(notice({ transferAmount: 1 }))],
    ["one five minutes and a second late", () => signed(notice(), { at: NOON - 301_000 })],
    ["one as far in the future", () => signed(notice(), { at: NOON + 301_000 })],
    ["no time", () => ({ "X-SePay-Signature": signed(notice())["X-SePay-Signature"] })],
    ["a wrong API key", () => ({ Authorization: "Apikey wrong" })],
    ["another scheme", () => ({ Authorization: `Bearer ${SECRET}` })],
    ["the scheme in another case", () => ({ Authorization: `apikey ${SECRET}` })],
  ])("%s: 401", async (_, headers) => {
    expect((await post(notice(), headers())).status).toBe(401);
  });

  it("a blank secret in a demo does not make a blank signature good", async () => {
    useSettings({ DATA_DIR: settings().DATA_DIR, SEPAY_WEBHOOK_SECRET: " , " });
    expect(webhookSecrets("sepay")).toHaveLength(1);
    expect(webhookSecrets("sepay")[0]).toMatch(/^[0-9a-f]{64}$/);
    expect((await post(notice(), { Authorization: "Apikey " })).status).toBe(401);
  });

  it("case 41: 300 KB: 413, before anything is read of it", async () => {
    const body = notice({ description: "x".repeat(300 * 1024) });
    expect((await post(body, signed(body))).status).toBe(413);
  });

  it("case 41: one byte more than the door takes is refused, as many as it takes are read", async () => {
    const padded = (bytes: number) => {
      const short = notice({ content: "no code" });
      return short + " ".repeat(bytes - Buffer.byteLength(short));
    };
    const long = padded(MAX_NOTICE_BYTES + 1);
    expect((await post(long, signed(long))).status).toBe(413);
    expect((await post(padded(MAX_NOTICE_BYTES), {})).status).toBe(401);
  });
});

describe("a genuine notice that cannot be read is kept for a person", () => {
  it.each([
    ["no JSON", () => "id=1"],
    ["nothing", () => ""],
    ["no object", () => "null"],
    ["an amount in words", () => notice({ transferAmount: String(DUE) })],
    ["a fraction", () => notice({ transferAmount: 1.5 })],
    ["no id", () => notice({ id: undefined })],
    ["an id past 2^53", () => notice({ id: 2 ** 60 })],
    ["no memo", () => notice({ content: null })],
    ["a memo of 2,001 characters", () => notice({ content: "x".repeat(2_001) })],
    ["a day that does not exist", () => notice({ transactionDate: "2026-02-30 00:00:00" })],
  ])("%s: 200, once however often it comes, and no money moves", async (_, body) => {
    for (let i = 0; i < 2; i += 1) {
      const response = await post(body(), signed(body()));
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ success: true });
    }
    expect(await unreadable()).toMatchObject([
      { provider: "sepay", body: body(), receivedAt: NOON },
    ]);
    expect(await inbox()).toEqual([]);
    expect(await paymentStatus()).toBe("open");
    const audited = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "unreadable_notice.receive"));
    expect(audited).toHaveLength(1);
  });

  it("an amount of 13 digits is read, one of 14 is kept for a person", async () => {
    const read = notice({ transferAmount: 9_999_999_999_999 });
    await post(read, signed(read));
    expect(await inbox()).toHaveLength(1);
    for (const transferAmount of [10_000_000_000_000, Number.MAX_SAFE_INTEGER]) {
      const body = notice({ id: transferAmount, transferAmount });
      expect((await post(body, signed(body))).status).toBe(200);
    }
    expect(await inbox()).toHaveLength(1);
    expect(await unreadable()).toHaveLength(2);
  });

  it("a memo of 2,000 characters is still read", async () => {
    const body = notice({ content: "x".repeat(2_000) });
    expect((await post(body, signed(body))).status).toBe(200);
    expect(await inbox()).toHaveLength(1);
    expect(await unreadable()).toEqual([]);
  });

  it("other content is another, and the department is told how many and since when", async () => {
    expect(await countUnreadableNotices()).toEqual({ noticeCount: 0, newestReceivedAt: null });
    await post("one", signed("one"));
    setClock(NOON + 1_000);
    await post("two", signed("two"));
    expect(await countUnreadableNotices()).toEqual({
      noticeCount: 2,
      newestReceivedAt: NOON + 1_000,
    });
  });

  it("is never changed or deleted", async () => {
    await post("one", signed("one"));
    const change = inTransaction(async (tx) => {
      await tx.update(unreadableNotices).set({ receivedAt: 0 });
    });
    await expect(change).rejects.toThrow(/append-only|Failed/);
    const removal = inTransaction(async (tx) => {
      await tx.delete(unreadableNotices);
    });
    await expect(removal).rejects.toThrow(/append-only|Failed/);
    expect(await unreadable()).toHaveLength(1);
  });
});

describe("the doors", () => {
  it("answer nobody who reads, and say what they take", async () => {
    for (const method of ["GET", "HEAD", "PUT", "DELETE"]) {
      const answer = await doors.knock("bank/sepay", { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get("Allow")).toBe("POST");
    }
  });

  it("are known by their whole path, with or without a slash or a query behind it", async () => {
    for (const path of ["bank/sepay/", "bank/sepay?token=1", "bank/sepay/?token=1"]) {
      expect((await doors.knock(path, { body: notice(), headers: {} })).status).toBe(401);
      expect((await doors.knock(path, { body: notice(), headers: signed(notice()) })).status).toBe(
        200,
      );
    }
    expect(await inbox()).toHaveLength(1);
    for (const path of ["", "bank", "bank/vietcombank", "bank/sepay/more", "bank//sepay"]) {
      const answer = await doors.knock(path, { body: notice(), headers: signed(notice()) });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ success: false, error: "not_found" });
    }
  });

  it("leave other places alone", async () => {
    const answer = await doors.knock("../webhook", { body: notice(), headers: signed(notice()) });
    expect(answer.headers.get("Content-Type")).toBeNull();
  });
});
