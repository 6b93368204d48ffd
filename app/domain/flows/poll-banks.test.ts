import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  bankPolls,
  bankTransactionConflicts,
  bankTransactions,
  bankTransactionSightings,
  unreadableNotices,
} from "~db/schema/payments";
import { auditEntries } from "~db/schema/audit";
import { transfers } from "~db/schema/settlement";
import { isFailing } from "~/domain/payments/bank-feed";
import type { BankList, PollWindow } from "~/domain/payments/bank-list";
import { openBankLists } from "~/domain/payments/open-bank-lists.server";
import { listBankFeeds } from "~/domain/payments/queries-feeds.server";
import { readBankNotices } from "~/domain/payments/read-bank-notices";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings, useSettings } from "~/platform/env.server";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/platform/period";
import { unseal } from "~/platform/seal.server";
import { pollBankList } from "./poll-bank-list.server";
import { pollBanks } from "./poll-banks.server";
import { receiveToldLine } from "./receive-told-line.server";
import { openListServer, sepayNotice, sepayRow, TOKEN, type BankLine } from "./test-bank-lists";
import { DUE, NOW, PAID, place, setUpTransfers, standing } from "./test-transfers";

setUpTransfers();

let bank: Awaited<ReturnType<typeof openListServer>>;
let nextId: number;

beforeEach(async () => {
  bank = await openListServer();
  use(["sepay", "casso"]);
  nextId = 1;
});
afterEach(() => bank.close());

function use(providers: readonly ("sepay" | "casso")[], change: Record<string, string> = {}) {
  const { SEPAY_API_TOKEN, CASSO_API_KEY, ...bases } = bank.settings;
  useSettings({
    DATA_DIR: settings().DATA_DIR,
    LOG_LEVEL: "error",
    ...bases,
    ...(providers.includes("sepay") ? { SEPAY_API_TOKEN } : {}),
    ...(providers.includes("casso") ? { CASSO_API_KEY } : {}),
    ...change,
  });
}

/** At the bank; no provider has told it yet. */
function book(at: number, change: Partial<BankLine> = {}): BankLine {
  const line = { id: nextId, at, amount: 1_000 + nextId, memo: `khach ${nextId}`, ...change };
  nextId += 1;
  bank.lines.push(line);
  return line;
}

async function notify(line: BankLine) {
  for (const told of readBankNotices("sepay", sepayNotice(line)))
    await receiveToldLine("sepay", told);
}

const PAUSE = { pauseMs: 0 };
/** As a process does that has just started. */
const poll = () => pollBanks(openBankLists(PAUSE), PAUSE);
const pollOne = async (lookBack: "usually" | "thoroughly" = "usually") => {
  const [list] = openBankLists(PAUSE);
  if (!list) throw new Error("no list");
  return pollBankList(list, { lookBack, ...PAUSE });
};
const inbox = () => reader().select().from(bankTransactions).orderBy(asc(bankTransactions.id));
const pollOf = async (provider: "sepay" | "casso") =>
  (await reader().select().from(bankPolls).where(eq(bankPolls.provider, provider)))[0];

describe.each(["sepay", "casso"] as const)(
  "case 61: %s, after an outage of two hours",
  (provider) => {
    it("brings all lines, in order, once, though some came by notice", async () => {
      use([provider]);
      const first = book(NOW - 3 * HOUR_MS);
      await notify(first);
      setClock(NOW - 2 * HOUR_MS);
      await poll();
      const checkout = await place();
      const missed = Array.from({ length: 200 }, (_, i) =>
        book(NOW - 2 * HOUR_MS + i * 36_000, i === 77 ? { memo: checkout.code, amount: DUE } : {}),
      );
      // What the webhook brought before it gave up, and again after.
      for (const line of [...missed.slice(0, 10), ...missed.slice(190)]) await notify(line);
      setClock(NOW);
      await poll();
      const rows = await inbox();
      expect(rows).toHaveLength(201);
      const byPoll = rows.slice(21).map((row) => row.bankReference);
      expect(byPoll).toEqual(missed.slice(10, 190).map(({ id }) => `FT${id}`));
      const total = bank.lines.reduce((sum, line) => sum + line.amount, 0);
      expect(await balanceOf({ kind: "bank" })).toBe(total);
      expect(await standing(checkout)).toMatchObject({ payment: PAID.payment, captured: DUE });
      // And again, as another process would: nothing new.
      await poll();
      expect(await inbox()).toHaveLength(201);
      expect(await reader().select().from(transfers)).toHaveLength(201);
      expect(await reader().select().from(bankTransactionConflicts)).toEqual([]);
      expect(await pollOf(provider)).toMatchObject({ succeededAt: NOW, failure: null });
    });
  },
);

it("case 53: webhook, its retry, the poller and a second provider's poller tell one line: one", async () => {
  const line = book(NOW - MINUTE_MS);
  await notify(line);
  await notify(line);
  await poll();
  await poll();
  expect(await inbox()).toHaveLength(1);
  expect(await reader().select().from(bankTransactionSightings)).toMatchObject([
    { provider: "casso", providerTransactionId: String(line.id + 500_000) },
  ]);
  expect(await balanceOf({ kind: "bank" })).toBe(line.amount);
});

it("case 54: another amount under a known id is a conflict, once, however often it is polled", async () => {
  use(["sepay"]);
  const line = book(NOW - MINUTE_MS);
  await notify(line);
  line.amount += 1;
  for (let i = 0; i < 3; i += 1) await poll();
  expect(await reader().select().from(bankTransactionConflicts)).toHaveLength(1);
  const audited = await reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, "bank_transaction.conflict"));
  expect(audited).toHaveLength(1);
});

describe("case 61: the poller", () => {
  beforeEach(() => use(["sepay"]));

  it("repeats what it did not write down, without doubling", async () => {
    await notify(book(NOW - HOUR_MS));
    await poll();
    const before = await pollOf("sepay");
    book(NOW - MINUTE_MS);
    setClock(NOW + MINUTE_MS);
    await poll();
    // Killed after the commit of the lines and before that of the cursor.
    await inTransaction(async (tx) => {
      await tx.update(bankPolls).set({ cursor: before?.cursor ?? "" });
    });
    await poll();
    expect(await inbox()).toHaveLength(2);
    expect(Number((await pollOf("sepay"))?.cursor)).toBe(NOW + MINUTE_MS);
  });

  it("leaves alone what was paid before we knew the account", async () => {
    book(NOW - DAY_MS);
    await poll();
    setClock(NOW + MINUTE_MS);
    const line = book(NOW);
    await poll();
    expect((await inbox()).map((row) => row.bankReference)).toEqual([`FT${line.id}`]);
  });

  it("finds a line that is booked late: two hours each time, three days once an hour", async () => {
    await notify(book(NOW - 4 * DAY_MS));
    const lists = openBankLists(PAUSE);
    await pollBanks(lists, PAUSE);
    book(NOW - HOUR_MS);
    const late = book(NOW - 2 * DAY_MS);
    await pollBanks(lists, PAUSE);
    expect(await inbox()).toHaveLength(2);
    setClock(NOW + HOUR_MS);
    await pollBanks(lists, PAUSE);
    expect((await inbox()).map((row) => row.bankReference)).toContain(`FT${late.id}`);
  });

  it("asks for shorter times where the list is cut off, and reads oldest first all the same", async () => {
    await notify(book(NOW - 2 * HOUR_MS));
    bank.lines.push(
      ...Array.from({ length: 12_000 }, (_, i) => ({
        id: 10_000 + i,
        at: NOW - HOUR_MS + i * 250,
        amount: 0,
        memo: "",
      })),
    );
    const [list] = openBankLists(PAUSE);
    if (!list) throw new Error("no list");
    const read: PollWindow[] = [];
    let lineCount = 0;
    const watched: BankList = {
      ...list,
      read: async (window) => {
        const answer = await list.read(window);
        if (!answer.ok || answer.value.kind === "too_many") return answer;
        read.push({ ...window });
        lineCount += answer.value.lines.length;
        return { ok: true, value: { kind: "all", lines: [] } };
      },
    };
    const polled = await pollBankList(watched, { lookBack: "usually", ...PAUSE });
    expect(polled).toEqual({ ok: true, value: { newCount: 0, isMore: false } });
    expect(lineCount).toBeGreaterThanOrEqual(12_001);
    expect(read.length).toBeGreaterThan(2);
    for (const [i, { from }] of read.entries()) if (i > 0) expect(from).toBe(read[i - 1]?.to);
    expect(read.at(-1)?.to).toBe(NOW);
    expect(bank.asked.length).toBeLessThan(15);
  });

  it("gives up on more in one second than the list tells, and says so", async () => {
    await notify(book(NOW - 2 * HOUR_MS));
    bank.lines.push(
      ...Array.from({ length: 5_000 }, (_, i) => ({
        id: 10_000 + i,
        at: NOW - 5_000,
        amount: 0,
        memo: "",
      })),
    );
    expect(await pollOne()).toEqual({ ok: false, code: "too_many_lines" });
    expect(await pollOf("sepay")).toMatchObject({ failure: "too_many_lines", failedAt: NOW });
  });

  it("keeps an unreadable row for a person, once, and takes the good ones around it", async () => {
    const odd = { ...sepayRow(book(NOW)), id: "07ad3dc9", amount_in: "1.50" };
    bank.state.odd = [odd, 7];
    await notify(book(NOW - HOUR_MS));
    for (let i = 0; i < 2; i += 1) await poll();
    expect(await inbox()).toHaveLength(2);
    const kept = await reader().select().from(unreadableNotices);
    expect(kept.map((one) => unseal(one.sealedBody, one.id) ?? "").toSorted()).toEqual([
      "7",
      JSON.stringify(odd),
    ]);
  });

  it.each([
    ["429", { status: 429, body: "{}" }, "provider_busy"],
    ["500", { status: 500, body: "" }, "provider_busy"],
    ["401", { status: 401, body: "{}" }, "provider_refused"],
    ["nothing, as to a wrong token", { status: 200, body: "" }, "provider_refused"],
    ["no JSON", { status: 200, body: "<html>" }, "answer_unreadable"],
    [
      "JSON of another kind",
      { status: 200, body: '{"status":200,"data":[]}' },
      "answer_unreadable",
    ],
    [
      "a failure in JSON",
      { status: 200, body: '{"status":500,"transactions":[]}' },
      "answer_unreadable",
    ],
  ] as const)(
    "answered with %s says why, moves nothing and reads on later",
    async (_, fault, failure) => {
      await notify(book(NOW - HOUR_MS));
      await poll();
      const { cursor } = (await pollOf("sepay")) ?? {};
      book(NOW + MINUTE_MS);
      setClock(NOW + 2 * MINUTE_MS);
      bank.state.fault = fault;
      await poll();
      expect(await pollOf("sepay")).toMatchObject({
        cursor,
        failure,
        failedAt: now(),
        succeededAt: NOW,
      });
      expect(await inbox()).toHaveLength(1);
      bank.state.fault = null;
      await poll();
      expect(await pollOf("sepay")).toMatchObject({ failure: null, succeededAt: now() });
      expect(await inbox()).toHaveLength(2);
    },
  );

  it("whose provider is gone keeps no other from being asked", async () => {
    use(["sepay", "casso"], { SEPAY_API_BASE: "http://127.0.0.1:9" });
    await notify(book(NOW - HOUR_MS));
    book(NOW - MINUTE_MS);
    await poll();
    expect(await pollOf("sepay")).toMatchObject({ failure: "provider_unreachable" });
    expect(await inbox()).toHaveLength(2);
  });

  it("has nothing to ask where no token is set", async () => {
    use([]);
    expect(openBankLists(PAUSE)).toEqual([]);
    expect(await poll()).toEqual({ isMore: false });
  });

  it("sends its token to the address of the settings alone", async () => {
    use(["sepay"], { SEPAY_API_TOKEN: TOKEN });
    bank.state.fault = null;
    await poll();
    expect(bank.asked.map((url) => url.pathname)).toEqual(["/sepay/transactions/list"]);
  });
});

describe("the department is shown", () => {
  it("who tells us of lines, and since when who could not be asked", async () => {
    use(["sepay", "casso"], { CASSO_WEBHOOK_SECRET: "x" });
    await notify(book(NOW - HOUR_MS));
    await poll();
    setClock(NOW + MINUTE_MS);
    bank.state.fault = { status: 429, body: "" };
    await poll();
    const feeds = await listBankFeeds();
    expect(feeds).toMatchObject([
      { provider: "sepay", takesNotices: true, isPolled: true, toldAt: NOW, polledAt: NOW },
      { provider: "casso", takesNotices: true, isPolled: true, toldAt: NOW, polledAt: NOW },
    ]);
    const [sepay] = feeds;
    if (!sepay) throw new Error("no feed");
    expect(sepay).toMatchObject({ failure: "provider_busy", pollFailedAt: NOW + MINUTE_MS });
    expect(isFailing(sepay, NOW + 30 * MINUTE_MS)).toBe(false);
    expect(isFailing(sepay, NOW + 30 * MINUTE_MS + 1)).toBe(true);
    expect(isFailing({ ...sepay, polledAt: null }, NOW)).toBe(true);
    expect(isFailing({ ...sepay, failure: null }, NOW + DAY_MS)).toBe(false);
  });

  it("nothing of a provider that is off", async () => {
    use([]);
    expect((await listBankFeeds()).map((feed) => feed.provider)).toEqual(["sepay"]);
  });
});
