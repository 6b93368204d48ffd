import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkouts, orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { BankNotice } from "~/domain/payments/bank-notice";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { databaseFile, reader, useDatabaseFile } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { DAY_MS, MINUTE_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  ownPhone,
  testNotice,
  testSubmission,
} from "./test-shop";

/**
 * What providers tell of one bank account, in any order, again, late, not at all, and with the process dying between
 * two writes: once the poller has caught up, each account of the ledger holds what it holds when everything is told
 * once and in order. `PROVIDER_RUNS` says how many sequences; each is played twice, on orders of its own.
 */
const RUNS = Number(process.env["PROVIDER_RUNS"] ?? 5_000);
const DUE = 222_000; // 185,000 and 37,000 for 700 g
const WAIT_MS = 31 * MINUTE_MS;
/** So far apart that no line of one play is compared with those of another. */
const APART_MS = 5 * DAY_MS;

let close: () => void;
let honey: string;

beforeAll(async () => {
  close = openTestDatabase();
  setClock(startOfDate("2026-11-22") + 9 * 3_600_000);
  await insertTestShop();
  const householdId = await insertTestHousehold();
  honey = await insertTestProduct({ householdId, stockCount: 1_000_000_000 });
  armCrashes();
});
afterAll(() => {
  setClock();
  close();
});

/** One line of the bank, before it is known which order is whose. */
type Line = {
  memo: "order" | "both" | "none" | "cut";
  order: number;
  direction: "in" | "out";
  amountVnd: number;
};
/** One attempt to tell of a line: which, by whom, and whether the process dies in it. */
type Report = {
  line: number;
  by: (typeof TELLERS)[number];
  crashAt: (typeof WRITES)[number] | null;
};
type Sequence = {
  methods: PaymentMethod[];
  lines: Line[];
  reports: Report[];
  expireAt: number | null;
};

const TELLERS = ["sepay", "sepay", "casso"] as const;
/** Tables whose insert may be the last thing that a process does. */
const WRITES = [
  "bank_transactions",
  "transfers",
  "ledger_accounts",
  "order_events",
  "audit_entries",
  "outbox_messages",
] as const;

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.constant(DUE) },
  { weight: 2, arbitrary: fc.constantFrom(DUE - 1, DUE + 1, DUE * 10, 1, 100_000, DUE - 100_000) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 * DUE }) },
);
const line: fc.Arbitrary<Line> = fc.record({
  memo: fc.oneof(
    { weight: 8, arbitrary: fc.constant("order" as const) },
    { weight: 1, arbitrary: fc.constantFrom("both" as const, "none" as const, "cut" as const) },
  ),
  order: fc.nat(1),
  direction: fc.oneof(
    { weight: 9, arbitrary: fc.constant("in" as const) },
    { weight: 1, arbitrary: fc.constant("out" as const) },
  ),
  amountVnd: amount,
});
const sequence: fc.Arbitrary<Sequence> = fc
  .record({
    methods: fc.array(fc.constantFrom("vietqr", "vietqr", "mobile_money", "cod"), {
      minLength: 1,
      maxLength: 2,
    }),
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  })
  .chain(({ methods, lines }) =>
    fc
      .record({
        reports: fc.array(
          fc.record({
            line: fc.nat(lines.length - 1),
            by: fc.constantFrom(...TELLERS),
            crashAt: fc.option(fc.constantFrom(...WRITES), { freq: 4 }),
          }),
          { maxLength: 2 * lines.length },
        ),
        expireAt: fc.option(fc.nat(2 * lines.length), { freq: 2 }),
      })
      .map(({ reports, expireAt }) => ({
        methods,
        lines,
        reports,
        // A part that came in time and its rest that came late are rightly told apart by when they came (D-015).
        expireAt: lines.every(isWhole) ? expireAt : null,
      })),
  );

const isWhole = ({ memo, direction, amountVnd }: Line) =>
  memo === "none" || memo === "cut" || direction === "out" || amountVnd >= DUE;

async function placeOrders(methods: readonly PaymentMethod[]): Promise<string[]> {
  setClock(now() + APART_MS);
  const codes: string[] = [];
  for (const method of methods) {
    const submission = testSubmission({
      lines: [{ productId: honey, quantity: 1 }],
      expectedTotalVnd: vnd(DUE),
      buyerPhone: ownPhone(),
      method,
    });
    const placed = await placeCheckout(GUEST, submission);
    if (!placed.ok) throw new Error(placed.code);
    codes.push(placed.value.code);
  }
  return codes;
}

let linesSoFar = 0;

/** The bank's own lines for these orders, each with the reference that every provider repeats. */
function bankLines(lines: readonly Line[], codes: readonly string[]): BankNotice[] {
  return lines.map((one) => {
    linesSoFar += 1;
    const code = codes[one.order % codes.length] ?? "";
    const memos = {
      order: code,
      both: codes.join(" va "),
      none: "chuyen tien",
      // Noughts end it: with "CT tu" behind it, one cut code in 24,000 would be whole again, and rightly match.
      cut: `${code.slice(0, 6)} 000`,
    };
    return testNotice({
      providerTransactionId: String(linesSoFar),
      bankReference: `FT${linesSoFar}`,
      direction: one.direction,
      amountVnd: vnd(one.amountVnd),
      content: `MBVCB.${linesSoFar}.${memos[one.memo]}.CT tu 0000000000`,
    });
  });
}

/** Another provider has an id of its own for the line, and words of its own around the memo. */
function toldBy(provider: Report["by"], notice: BankNotice): BankNotice {
  if (provider === "sepay") return notice;
  const { providerTransactionId: id, content } = notice;
  return { ...notice, provider, providerTransactionId: `c${id}`, content: `CASSO ${content}` };
}

const tell = (notice: BankNotice) => receiveBankNotice({ notice, rawBody: "{}" });

/** Told once, each by the first provider, as the bank booked them. */
async function playTidy({ methods, lines }: Sequence): Promise<string> {
  const before = await sharedBalances();
  const codes = await placeOrders(methods);
  for (const notice of bankLines(lines, codes)) await tell(notice);
  return outcomeOf(codes, before);
}

/** Told as the sequence says; then the poller reads the bank's list from its beginning. */
async function playMessy({ methods, lines, reports, expireAt }: Sequence): Promise<string> {
  const before = await sharedBalances();
  const codes = await placeOrders(methods);
  const notices = bankLines(lines, codes);
  for (const [n, { line: which, by, crashAt }] of reports.entries()) {
    if (n === expireAt) await expire();
    const notice = toldBy(by, present(notices[which], "no such line"));
    if (crashAt === null) await tell(notice);
    else await tellAndDie(notice, crashAt);
  }
  if (expireAt !== null && expireAt >= reports.length) await expire();
  for (const notice of notices) await tell(notice);
  return outcomeOf(codes, before);
}

async function expire() {
  setClock(now() + WAIT_MS);
  await expireCheckouts(SYSTEM);
}

/** Triggers of this connection alone: an insert into the named table fails as the disk would. */
function armCrashes() {
  const { writer } = useDatabaseFile(databaseFile());
  writer.pragma("synchronous = OFF"); // nothing here pulls the plug: `npm run crash` does
  writer.exec("CREATE TEMP TABLE dying (name TEXT)");
  for (const name of WRITES) {
    writer.exec(
      `CREATE TEMP TRIGGER die_${name} BEFORE INSERT ON main.${name}
       WHEN EXISTS (SELECT 1 FROM dying WHERE name = '${name}')
       BEGIN SELECT RAISE(ABORT, 'the process died'); END`,
    );
  }
  kill = (name) =>
    writer.exec(name === null ? "DELETE FROM dying" : `INSERT INTO dying VALUES ('${name}')`);
}
let kill: (name: (typeof WRITES)[number] | null) => void = () => undefined;

async function tellAndDie(notice: BankNotice, at: (typeof WRITES)[number]) {
  kill(at);
  try {
    await tell(notice);
  } catch (error) {
    if (!/the process died/.test(String(error instanceof Error ? (error.cause ?? error) : error)))
      throw error;
  } finally {
    kill(null);
  }
}

const SHARED = ["bank", "suspense", "outflow", "commission"] as const;
const sharedBalances = () => Promise.all(SHARED.map((kind) => balanceOf({ kind })));

/** What each account holds that the sequence can have touched, and how each order stands; a text, to compare. */
async function outcomeOf(codes: readonly string[], before: readonly number[]): Promise<string> {
  const shared = await sharedBalances();
  const owned = [];
  for (const code of codes) {
    const [row] = await reader()
      .select({
        checkout: checkouts,
        payment: payments,
        order: orders.status,
        cashVnd: orders.cashVnd,
      })
      .from(checkouts)
      .innerJoin(payments, eq(payments.checkoutId, checkouts.id))
      .innerJoin(orders, eq(orders.checkoutId, checkouts.id))
      .where(eq(checkouts.code, code));
    const { checkout, payment, order, cashVnd } = present(row, "an order that is gone");
    owned.push({
      checkout: checkout.status === "expired" ? "awaiting_payment" : checkout.status,
      order: order === "expired" ? "awaiting_payment" : order,
      payment: payment.status === "expired" ? "open" : payment.status,
      method: checkout.method,
      capturedVnd: payment.capturedVnd,
      cashVnd,
      buyerVnd: await balanceOf({ kind: "buyer", ownerId: checkout.id }),
      owedVnd: await balanceOf({ kind: "refund_due", ownerId: checkout.id }),
    });
  }
  const moved = shared.map((balance, i) => balance - (before[i] ?? 0));
  return JSON.stringify({ moved, owned });
}

it(
  `case 64: ${RUNS} sequences of what providers tell end as if it were told once and in order`,
  async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async (told) => {
        expect(await playMessy(told)).toBe(await playTidy(told));
      }),
      { numRuns: RUNS },
    );
    expect(await checkLedger()).toEqual([]);
  },
  60_000 + RUNS * 100,
);
