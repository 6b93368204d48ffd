import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bankTransactionSightings } from "~db/schema/payments";
import { transfers } from "~db/schema/settlement";
import { CASSO_EXAMPLE, cassoSignature, PAYOS_EXAMPLE } from "~/domain/payments/test-signatures";
import { now } from "~/platform/clock.server";
import { databaseFile, reader, useDatabaseFile } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import {
  code,
  DUE,
  inbox,
  paymentStatus,
  post,
  SECRET,
  setUpBankDoors,
  unreadable,
  WORDS,
  type Options,
  type Sent,
} from "./test-bank-doors";

setUpBankDoors();

it("case 63: a database that another process holds is a 503, and the next try counts once", async () => {
  const other = new Database(databaseFile());
  other.exec("BEGIN IMMEDIATE");
  const answer = await post("sepay", WORDS.sepay());
  expect(answer.status).toBe(503);
  expect(answer.headers.get("Retry-After")).toBe("5");
  expect(await answer.json()).toEqual({ success: false, error: "busy" });
  other.exec("ROLLBACK");
  other.close();
  expect(await inbox()).toEqual([]);
  expect((await post("sepay", WORDS.sepay())).status).toBe(200);
  expect(await paymentStatus()).toBe("paid");
});

it.each([
  ["sepay", -361],
  ["sepay", 361],
  ["casso", -361],
  ["casso", 361],
] as const)(
  "case 25, of banks: %s's signature of %i seconds from now: 401",
  async (provider, off) => {
    expect((await post(provider, WORDS[provider]({ at: now() + off * 1_000 }))).status).toBe(401);
    expect(await inbox()).toEqual([]);
  },
);

it("case 58: SePay's signature is over the bytes, not over the same JSON written again: 401", async () => {
  const { body, headers } = WORDS.sepay();
  const again = JSON.stringify(JSON.parse(body), null, 1);
  expect((await post("sepay", { body: again, headers })).status).toBe(401);
});

it("case 53: the same line by a webhook, its retry and two other providers is one", async () => {
  const order = ["sepay", "payos", "sepay", "casso", "payos", "casso"] as const;
  for (const provider of order) {
    expect((await post(provider, WORDS[provider]())).status).toBe(200);
  }
  expect(await inbox()).toMatchObject([{ provider: "sepay", amountVnd: DUE }]);
  const sightings = await reader().select().from(bankTransactionSightings);
  expect(sightings.map((one) => one.provider)).toEqual(["payos", "casso"]);
  expect(await reader().select().from(transfers)).toHaveLength(1);
  expect(await paymentStatus()).toBe("paid");
});

it("case 59: a memo that makes payOS sign a text of two meanings is kept for a person", async () => {
  const two = WORDS.payos({ change: { description: `${code}&orderCode=78` } });
  expect((await post("payos", two)).status).toBe(200);
  expect(await inbox()).toEqual([]);
  expect(await unreadable()).toMatchObject([{ provider: "payos", body: two.body }]);
  expect(await paymentStatus()).toBe("open");
});

describe("case 76: no secret, signature or account of a buyer is written to the log or answered", () => {
  const ACCOUNT = "9704111122223333";
  let logged: string[];
  beforeEach(() => {
    logged = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      logged.push(String(text));
      return true;
    });
  });
  afterEach(() => vi.restoreAllMocks());

  /** Sends it, and answers what was logged and what was said, as one text. */
  async function said(sent: Sent): Promise<string> {
    const response = await post("payos", sent);
    const answer = `${response.status} ${await response.text()} ${JSON.stringify([...response.headers])}`;
    const text = [answer, ...logged].join("\n");
    expect(text).not.toContain(ACCOUNT);
    expect(text).not.toContain(SECRET);
    const signature: unknown = JSON.parse(sent.body).signature;
    expect(text).not.toContain(String(signature));
    return text;
  }
  const ofAccount = (change: Options["change"] = {}) =>
    WORDS.payos({ change: { counterAccountNumber: ACCOUNT, ...change } });

  it("of a forged one", async () => {
    const { body } = ofAccount();
    const forged = body.replace('"amount":222000', '"amount":222001');
    expect(await said({ body: forged, headers: {} })).toMatch(/^401/);
  });

  it("of one that cannot be read, and of one that can", async () => {
    expect(await said(ofAccount({ amount: "10" }))).toMatch(/^200[^]*could not be read/);
    expect(await said(ofAccount())).toMatch(/^200/);
  });

  it("of one that the database does not take", async () => {
    const { writer } = useDatabaseFile(databaseFile());
    writer.exec(
      `CREATE TEMP TRIGGER full BEFORE INSERT ON main.bank_transactions
       BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
    );
    expect(await said(ofAccount())).toMatch(/disk is full/);
    writer.exec("DROP TRIGGER full");
  });
});

describe("a provider that tries the address", () => {
  afterEach(async () => {
    expect(await inbox()).toEqual([]);
    expect(await unreadable()).toEqual([]);
  });

  it("payOS, when it is registered", async () => {
    const body = JSON.stringify(PAYOS_EXAMPLE.body);
    expect((await post("payos", { body, headers: {} })).status).toBe(200);
  });

  it("Casso, by a button", async () => {
    const { data } = CASSO_EXAMPLE.body;
    const headers = { "X-Casso-Signature": cassoSignature(data, SECRET, now()) };
    const body = JSON.stringify({ error: 0, data });
    expect((await post("casso", { body, headers })).status).toBe(200);
  });
});

describe("Casso's first version", () => {
  const row = (id: number, change: Record<string, unknown> = {}) => ({
    id,
    tid: `FT${id}`,
    description: code,
    amount: DUE,
    cusum_balance: 1_000_000,
    when: "2026-11-22 11:59:30",
    bank_sub_acc_id: settings().BANK_ACCOUNT_NUMBER,
    ...change,
  });
  const sent = (data: unknown[]): Sent => ({
    body: JSON.stringify({ error: 0, data }),
    headers: { "secure-token": SECRET },
  });

  it("tells several lines at once; what cannot be read stops none of them", async () => {
    const odd = row(2, { amount: "10" });
    const all = sent([row(1), odd, row(3, { description: "khac", amount: -5_000 })]);
    for (let i = 0; i < 2; i += 1) expect((await post("casso", all)).status).toBe(200);
    expect(await inbox()).toMatchObject([
      { providerTransactionId: "1", reason: "paid" },
      { providerTransactionId: "3", direction: "out", amountVnd: 5_000 },
    ]);
    expect(await unreadable()).toMatchObject([{ body: JSON.stringify(odd) }]);
  });

  it("that says it failed is kept for a person", async () => {
    const body = JSON.stringify({ error: 1, data: [row(1)] });
    expect((await post("casso", { ...sent([]), body })).status).toBe(200);
    expect(await inbox()).toEqual([]);
    expect(await unreadable()).toHaveLength(1);
  });
});
