import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  bankTransactionConflicts,
  bankTransactions,
  bankTransactionSightings,
  unreadableNotices,
} from "~db/schema/payments";
import { transfers } from "~db/schema/settlement";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  testSubmission,
} from "~/domain/flows/test-shop";
import { findCheckout } from "~/domain/orders/queries.server";
import type { NoticeProvider } from "~/domain/payments/bank-notice";
import { findPayment } from "~/domain/payments/queries.server";
import { signSepayNotice } from "~/domain/payments/sepay-signature.server";
import {
  CASSO_EXAMPLE,
  cassoSignature,
  PAYOS_EXAMPLE,
  payosSignature,
} from "~/domain/payments/test-signatures";
import { now, setClock } from "~/platform/clock.server";
import { databaseFile, reader, useDatabaseFile } from "~/platform/db.server";
import { settings, useSettings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import { startOfDate } from "~/platform/period";
import { unseal } from "~/platform/seal.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { openDoors, type Doors } from "./test-doors";

/** The three doors are one in all that does not depend on the provider's JSON. */

const NOON = startOfDate("2026-11-22") + 12 * 3_600_000;
const SECRET = "not-the-real-one-0001";
const DUE = 222_000; // 185,000 and 37,000 for 700 g
const SECRETS = {
  SEPAY_WEBHOOK_SECRET: SECRET,
  PAYOS_CHECKSUM_KEY: SECRET,
  CASSO_WEBHOOK_SECRET: SECRET,
};

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

let close: () => void;
let code: string;

beforeEach(async () => {
  close = openTestDatabase(SECRETS);
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

type Sent = { body: string; headers: Record<string, string> };
type Options = {
  secret?: string;
  at?: number;
  id?: number;
  /** Fields in the provider's own words. */
  change?: Record<string, string | number | null>;
};

/** The same transfer in the words of each provider, genuinely signed. */
const WORDS: Record<NoticeProvider, (options?: Options) => Sent> = {
  sepay: ({ secret = SECRET, at = now(), id = 1, change } = {}) => {
    const body = JSON.stringify({
      id,
      transactionDate: "2026-11-22 11:59:30",
      accountNumber: settings().BANK_ACCOUNT_NUMBER,
      content: code,
      transferType: "in",
      transferAmount: DUE,
      referenceCode: `FT${id}`,
      ...change,
    });
    const timestampSeconds = Math.floor(at / 1_000);
    const rawBody = new TextEncoder().encode(body);
    return { body, headers: signSepayNotice({ rawBody, secret, timestampSeconds }) };
  },
  payos: ({ secret = SECRET, id = 1, change } = {}) => {
    const data = {
      orderCode: 77,
      amount: DUE,
      description: code,
      accountNumber: settings().BANK_ACCOUNT_NUMBER,
      reference: `FT${id}`,
      transactionDateTime: "2026-11-22 11:59:30",
      currency: "VND",
      paymentLinkId: "link",
      code: "00",
      desc: "Thành công",
      counterAccountName: null,
      ...change,
    };
    const signature = payosSignature(data, secret);
    const outer = { code: "00", desc: "success", success: true };
    return { body: JSON.stringify({ ...outer, data, signature }), headers: {} };
  },
  casso: ({ secret = SECRET, at = now(), id = 1, change } = {}) => {
    const data = {
      id,
      reference: `FT${id}`,
      description: code,
      amount: DUE,
      runningBalance: 1_000_000,
      transactionDateTime: "2026-11-22 11:59:30",
      accountNumber: settings().BANK_ACCOUNT_NUMBER,
      counterAccountName: "Đặng Ứng",
      ...change,
    };
    const headers = { "X-Casso-Signature": cassoSignature(data, secret, at) };
    return { body: JSON.stringify({ error: 0, data }), headers };
  },
};
const AMOUNT_FIELD = { sepay: "transferAmount", payos: "amount", casso: "amount" };

const post = (provider: NoticeProvider, sent: Sent) => doors.knock(`bank/${provider}`, sent);

const inbox = () => reader().select().from(bankTransactions);
const unreadable = async () =>
  (await reader().select().from(unreadableNotices)).map((notice) => ({
    ...notice,
    body: unseal(notice.sealedBody, notice.id),
  }));

async function paymentStatus() {
  const checkout = present(await findCheckout(code), "the checkout");
  return present(await findPayment(checkout.id), "its payment").status;
}

const PROVIDERS = ["sepay", "payos", "casso"] as const;

describe.each(PROVIDERS)("%s", (provider) => {
  const words = WORDS[provider];

  it("a genuine notice pays its order, once however often it comes", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => post(provider, words())));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await answers[0]?.json()).toEqual({ success: true });
    expect(await paymentStatus()).toBe("paid");
    expect(await inbox()).toMatchObject([{ provider, bankReference: "FT1" }]);
  });

  it("case 26, of banks: either secret is good while one replaces the other, the old one no longer after", async () => {
    const { DATA_DIR } = settings();
    const use = (secret: string) =>
      useSettings({
        DATA_DIR,
        LOG_LEVEL: "error",
        ...Object.fromEntries(Object.keys(SECRETS).map((name) => [name, secret])),
      });
    use(`newer-one-000000001, ${SECRET}`);
    expect((await post(provider, words())).status).toBe(200);
    use("newer-one-000000001");
    expect((await post(provider, words())).status).toBe(401);
    expect((await post(provider, words({ secret: "newer-one-000000001" }))).status).toBe(200);
  });

  describe("case 58: refused, and no trace left, is", () => {
    afterEach(async () => {
      expect(await inbox()).toEqual([]);
      expect(await unreadable()).toEqual([]);
      expect(await paymentStatus()).toBe("open");
    });

    it("a wrong key", async () => {
      expect((await post(provider, words({ secret: "somebody-elses" }))).status).toBe(401);
    });

    it("a missing signature", async () => {
      const { body } = words();
      const bare = JSON.stringify({ ...JSON.parse(body), signature: undefined });
      expect((await post(provider, { body: bare, headers: {} })).status).toBe(401);
      expect((await post(provider, { body: "", headers: {} })).status).toBe(401);
      expect((await post(provider, { body: "null", headers: {} })).status).toBe(401);
    });

    it("case 24, of banks: another amount under the same signature", async () => {
      const { body, headers } = words();
      const altered = body.replace(`:${DUE}`, `:${DUE}0`);
      expect(altered).not.toBe(body);
      expect((await post(provider, { body: altered, headers })).status).toBe(401);
    });

    it("case 27, of banks: anything while no secret is set", async () => {
      const { DATA_DIR } = settings();
      useSettings({ DATA_DIR, LOG_LEVEL: "error", CASSO_WEBHOOK_SECRET: " , " });
      for (const secret of [SECRET, ","]) {
        expect((await post(provider, words({ secret }))).status).toBe(401);
      }
      const headers = { Authorization: "Apikey ", "secure-token": " " };
      expect((await post(provider, { ...words(), headers })).status).toBe(401);
    });

    it("300 KB", async () => {
      const { body, headers } = words();
      const long = { body: body + " ".repeat(300 * 1024), headers };
      expect((await post(provider, long)).status).toBe(413);
    });

    it("JSON that is nested deeper than any stack", async () => {
      const deep = `${'{"data":'.repeat(20_000)}1${"}".repeat(20_000)}`;
      const body = deep.replace("{", `{"signature":"${"0".repeat(64)}",`);
      const { headers } = words();
      expect((await post(provider, { body, headers })).status).toBe(401);
    });

    it("GET", async () => {
      const answer = await doors.knock(`bank/${provider}`, { method: "GET" });
      expect(answer.status).toBe(405);
      expect(answer.headers.get("Allow")).toBe("POST");
    });
  });

  it.each<[string, string | number | null]>([
    ["in words", String(DUE)],
    ["with a fraction", 1.5],
    ["missing", null],
  ])("case 60: an amount %s is kept for a person, once, and moves nothing", async (_, amount) => {
    const odd = () => words({ change: { [AMOUNT_FIELD[provider]]: amount } });
    expect((await post(provider, odd())).status).toBe(200);
    expect((await post(provider, odd())).status).toBe(200);
    expect(await unreadable()).toMatchObject([{ provider, body: odd().body }]);
    expect(await inbox()).toEqual([]);
  });

  it("case 54: its id with another amount changes nothing and is kept apart", async () => {
    await post(provider, words());
    const other = words({ change: { [AMOUNT_FIELD[provider]]: 1 } });
    expect((await post(provider, other)).status).toBe(200);
    expect(await inbox()).toMatchObject([{ amountVnd: DUE }]);
    expect(await reader().select().from(bankTransactionConflicts)).toHaveLength(1);
  });

  it("case 63: a full disk is no 2xx, writes nothing by halves, and the next try counts once", async () => {
    const { writer } = useDatabaseFile(databaseFile());
    const pages = Number(writer.pragma("page_count", { simple: true }));
    writer.pragma(`max_page_count = ${pages}`);
    // So long that no page has room for it.
    const long = words({ change: longMemo(provider) });
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const answer = await post(provider, long);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ success: false, error: "failed" });
    expect(String(log.mock.calls)).toMatch(/full/);
    log.mockRestore();
    expect(await inbox()).toEqual([]);
    expect(await reader().select().from(transfers)).toEqual([]);
    expect(await paymentStatus()).toBe("open");
    writer.pragma(`max_page_count = ${pages + 1_000}`);
    for (let i = 0; i < 2; i += 1) expect((await post(provider, long)).status).toBe(200);
    expect(await inbox()).toHaveLength(1);
    expect(await reader().select().from(transfers)).toHaveLength(1);
  });
});

const longMemo = (provider: NoticeProvider) => ({
  [provider === "sepay" ? "content" : "description"]: "khong ma ".repeat(200),
  filler: "x".repeat(100_000),
});

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
