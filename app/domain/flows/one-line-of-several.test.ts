import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  bankTransactionConflicts,
  bankTransactions,
  bankTransactionSightings,
} from "~db/schema/payments";
import { balanceOf } from "~/domain/settlement/queries.server";
import type { BankNotice, BankProvider } from "~/domain/payments/bank-notice";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { DAY_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { insertTestShop } from "./test-shop";
import { DUE, NOW, PAID, place, receive, setUpTransfers, standing } from "./test-transfers";

/** One line of the bank in the words of several providers: case 53, and what must not be lost by it. */

const NIGHT = startOfDate("2026-11-23");

describe("case 53: lines that two providers tell", () => {
  setUpTransfers();

  let id = 0;
  const tell = async (provider: BankProvider, change: Partial<BankNotice> = {}) => {
    id += 1;
    const told = {
      provider,
      providerTransactionId: `${provider}-${id}`,
      amountVnd: vnd(DUE),
      bankReference: "FT1",
      ...change,
    };
    return (await receive(told)).kind;
  };
  const lineCount = async () => (await reader().select().from(bankTransactions)).length;

  it("count once, and what the second says stays as evidence", async () => {
    const { code, ...checkout } = await place();
    expect(await tell("sepay", { content: code })).toBe("recorded");
    expect(await tell("casso", { content: `CT DEN ${code}` })).toBe("sighting");
    expect(await tell("payos", { content: "khac han", occurredAt: NOW + 60_000 })).toBe("sighting");
    expect(await tell("statement", { content: "" })).toBe("sighting");
    expect(await standing(checkout)).toEqual(PAID);
    expect(await reader().select().from(bankTransactionSightings)).toHaveLength(3);
  });

  it("under the id of a sighting again is a duplicate, with another amount a conflict", async () => {
    await tell("sepay");
    const again = { providerTransactionId: "casso-x" };
    expect(await tell("casso", again)).toBe("sighting");
    expect(await tell("casso", again)).toBe("duplicate");
    expect(await tell("casso", { ...again, content: "khac" })).toBe("duplicate");
    expect(await tell("casso", { ...again, amountVnd: vnd(1) })).toBe("conflict");
    expect(await tell("casso", { ...again, amountVnd: vnd(1) })).toBe("duplicate");
    expect(await lineCount()).toBe(1);
    expect(await reader().select().from(bankTransactionConflicts)).toHaveLength(1);
  });

  it.each<[string, Partial<BankNotice>]>([
    ["reference", { bankReference: "FT2" }],
    ["amount", { amountVnd: vnd(DUE + 1) }],
    ["direction", { direction: "out" }],
    ["account", { accountNumber: "1111222233334" }],
  ])("with another %s are two", async (_, change) => {
    await tell("sepay");
    expect(await tell("casso", change)).toBe("recorded");
  });

  it("more often by one than by the other: the surplus is money of its own", async () => {
    const kinds = [];
    for (const provider of ["sepay", "sepay", "casso", "casso", "casso", "sepay"] as const) {
      kinds.push(await tell(provider));
    }
    const [, , ...rest] = kinds;
    expect(kinds.slice(0, 2)).toEqual(["recorded", "recorded"]);
    expect(rest).toEqual(["sighting", "sighting", "recorded", "sighting"]);
    expect(await balanceOf({ kind: "bank" })).toBe(3 * DUE);
  });

  it("without a reference: by memo and day", async () => {
    const bare = { bankReference: null, content: "MBVCB.12 chuyển khoản" };
    await tell("sepay", bare);
    expect(await tell("casso", { ...bare, content: "MBVCB 12 CHUYEN KHOAN" })).toBe("sighting");
    expect(await tell("payos", { ...bare, content: "MBVCB 13 CHUYEN KHOAN" })).toBe("recorded");
  });

  it("where one tells the reference and the other does not: by memo and day too", async () => {
    await tell("casso", { bankReference: null, content: "chuyen khoan" });
    expect(await tell("sepay", { content: "Chuyển khoản" })).toBe("sighting");
    // The line is known by that reference now: another one is another line.
    expect(await tell("payos", { bankReference: "FT2", content: "chuyen khoan" })).toBe("recorded");
    expect(await tell("statement", { content: "sao ke" })).toBe("sighting");
  });

  it("case 62: at 23:59:59 and 00:00:00 in Vietnam are of two days, whatever the day is in UTC", async () => {
    const bare = { bankReference: null, content: "x" };
    await tell("sepay", { ...bare, occurredAt: NIGHT - 1_000 });
    expect(await tell("casso", { ...bare, occurredAt: NIGHT })).toBe("recorded");
    // 06:59 and 07:01 in Vietnam are two days in UTC, and one line.
    await tell("sepay", { ...bare, content: "y", occurredAt: NIGHT + 7 * 3_600_000 - 60_000 });
    const later = { ...bare, content: "y", occurredAt: NIGHT + 7 * 3_600_000 + 60_000 };
    expect(await tell("casso", later)).toBe("sighting");
  });

  it("case 62: booked the next day by one of them is one by its reference", async () => {
    await tell("sepay", { occurredAt: NIGHT - 90 * 60_000 });
    expect(await tell("casso", { occurredAt: NIGHT + 5 * 3_600_000 })).toBe("sighting");
  });

  it("again from its own provider with the day alone, or spaced otherwise, is a duplicate", async () => {
    const own = { providerTransactionId: "7", content: "UQ 1  chuyen tien" };
    await tell("casso", { ...own, occurredAt: NIGHT + 3_600_000 });
    expect(await tell("casso", { ...own, occurredAt: NIGHT })).toBe("duplicate");
    const spaced = { ...own, content: "UQ 1 CHUYEN TIEN", occurredAt: NIGHT + 3_600_000 };
    expect(await tell("casso", spaced)).toBe("duplicate");
    expect(await tell("casso", { ...own, occurredAt: NIGHT + 1 })).toBe("conflict");
  });
});

describe("case 53: the order in which providers tell does not matter", () => {
  const PROVIDERS = ["sepay", "payos", "casso", "statement"] as const;
  const line = fc.record({
    reference: fc.constantFrom("R1", "R2", "R3"),
    memo: fc.constantFrom("a", "b"),
    amount: fc.constantFrom(10_000, 20_000),
    /** Which providers tell of it. */
    toldBy: fc.subarray([...PROVIDERS], { minLength: 1 }),
  });
  const world = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    /** Which providers never tell the bank's reference. */
    withoutReference: fc.subarray([...PROVIDERS]),
    orders: fc.array(fc.infiniteStream(fc.nat(1_000)), { minLength: 3, maxLength: 3 }),
  });

  let close: () => void;
  beforeAll(async () => {
    close = openTestDatabase();
    setClock(NOW);
    await insertTestShop();
  });
  afterAll(() => {
    setClock();
    close();
  });

  let worldCount = 0;
  /** What the inbox and the ledger have of these notices alone: each time they are of a day of their own. */
  async function ledgerAfter(notices: readonly BankNotice[]) {
    worldCount += 1;
    const occurredAt = NIGHT + worldCount * DAY_MS;
    const before = await balanceOf({ kind: "bank" });
    for (const { providerTransactionId, bankReference, ...notice } of notices) {
      await receive({
        ...notice,
        occurredAt,
        providerTransactionId: `${worldCount}-${providerTransactionId}`,
        bankReference: bankReference && `${worldCount}-${bankReference}`,
      });
    }
    const rows = await reader()
      .select({ amountVnd: bankTransactions.amountVnd, content: bankTransactions.content })
      .from(bankTransactions)
      .where(eq(bankTransactions.occurredAt, occurredAt))
      .orderBy(asc(bankTransactions.amountVnd), asc(bankTransactions.content));
    return { rows, bank: (await balanceOf({ kind: "bank" })) - before };
  }

  it("for the lines and the money, with references and without", async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ lines, withoutReference, orders }) => {
        const notices = lines.flatMap(({ reference, memo, amount, toldBy }, i) =>
          toldBy.map((provider): BankNotice => ({
            provider,
            providerTransactionId: String(i),
            accountNumber: "8888000012345",
            direction: "in",
            amountVnd: vnd(amount),
            content: memo,
            occurredAt: NOW,
            bankReference: withoutReference.includes(provider) ? null : `${reference}${memo}`,
            balanceVnd: null,
          })),
        );
        const ledgers = [];
        for (const order of orders) {
          const keyed = notices.map((notice) => ({ notice, key: order.next().value }));
          const shuffled = keyed.toSorted((a, b) => a.key - b.key).map((one) => one.notice);
          ledgers.push(await ledgerAfter(shuffled));
        }
        expect(ledgers[1]).toEqual(ledgers[0]);
        expect(ledgers[2]).toEqual(ledgers[0]);
        // Never fewer than the provider that told most of a kind.
        for (const provider of PROVIDERS) {
          const told = notices.filter((notice) => notice.provider === provider);
          const bank = told.reduce((sum, notice) => sum + notice.amountVnd, 0);
          expect(ledgers[0]?.bank).toBeGreaterThanOrEqual(bank);
        }
      }),
      { numRuns: Number(process.env["MODEL_RUNS"] ?? 60) },
    );
  });
});
