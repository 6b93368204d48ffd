import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import {
  reconciliationBalances,
  reconciliationDifferences,
  reconciliationRuns,
} from "~db/schema/settlement-reconciliation";
import type { UserActor } from "~/domain/audit/actor";
import { finishRun } from "~/domain/settlement/finish-run.server";
import {
  countUnnotedDifferences,
  findNewestRun,
  findOpenRun,
  listRuns,
  loadRun,
} from "~/domain/settlement/queries-runs.server";
import { loadOpenings as openings } from "~/domain/settlement/queries-openings.server";
import { renewRun } from "~/domain/settlement/renew-run.server";
import { takeRun } from "~/domain/settlement/take-run.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import {
  closeDatabase,
  databaseFile,
  inTransaction,
  reader,
  useDatabaseFile,
} from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDate } from "~/platform/period";
import { advanceReconciliation } from "./advance-reconciliation.server";
import { answerOpening } from "./answer-opening.server";
import { askDailyReconciliation, askReconciliation } from "./ask-reconciliation.server";
import { enterOpening } from "./enter-opening.server";
import { noteStandingDifference } from "./note-standing-difference.server";
import { tellWalletBalance } from "./tell-wallet-balance.server";
import { insertTestOfficers } from "./test-officers";
import { NOW, receive, setUpTransfers } from "./test-transfers";

setUpTransfers();

let one: UserActor;
let two: UserActor;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
});

/** Asks, lets it be done, and answers what it found. */
async function reconcile() {
  const asked = await askReconciliation(one);
  if (!asked.ok) throw new Error(asked.code);
  await advanceReconciliation(null);
  return present(await loadRun(asked.value, 1), "no run");
}

let minute = 0;
/** A line of the bank, a minute after the one before. */
const line = (amountVnd: number, balanceVnd: number | null, direction: "in" | "out" = "in") => {
  minute += 1;
  setClock(NOW + minute * MINUTE_MS);
  return receive({
    amountVnd: vnd(amountVnd),
    balanceVnd: balanceVnd === null ? null : vnd(balanceVnd),
    direction,
    bankReference: `FT${minute}`,
  });
};
beforeEach(() => {
  minute = 0;
});

const propose = (amountVnd: number) =>
  enterOpening(one, { amountVnd: vnd(amountVnd), note: "Sao kê đầu kỳ" });
async function confirmOpening(amountVnd: number) {
  expect(await propose(amountVnd)).toEqual({ ok: true, value: null });
  const openingId = present((await openings()).openings[0], "no opening").id;
  expect(await answerOpening(two, { openingId, decision: "agree" })).toMatchObject({ ok: true });
}
const bankOf = (run: { balances: { pot: string }[] }) =>
  present(
    run.balances.find(({ pot }) => pot === "bank"),
    "no bank",
  );

describe("what the bank says", () => {
  it("balances where nothing was ever told, and says so", async () => {
    await line(100_000, null);
    const run = await reconcile();
    expect(run).toMatchObject({ status: "balanced", differenceCount: 0, newCount: 0 });
    expect(bankOf(run)).toMatchObject({
      ledgerVnd: 100_000,
      recordsVnd: 100_000,
      wordState: "not_told",
      wordVnd: null,
    });
    expect(run.balances).toHaveLength(7);
  });

  it("differs by what the account held at first until an officer confirms it, once", async () => {
    await line(100_000, 5_100_000);
    await line(40_000, 5_060_000, "out");
    const before = await reconcile();
    expect(before.differences).toMatchObject([
      { name: "bank_opening", expectedVnd: 5_000_000, actualVnd: 0, isNew: true },
    ]);
    expect(bankOf(before)).toMatchObject({ ledgerVnd: 60_000, wordVnd: 5_060_000 });
    await confirmOpening(5_000_000);
    expect(await balanceOf({ kind: "bank" })).toBe(5_060_000);
    expect(await propose(5_000_000)).toMatchObject({ ok: false, code: "opening_unchanged" });
    const after = await reconcile();
    expect(after).toMatchObject({ status: "balanced", differences: [] });
    expect(bankOf(after)).toMatchObject({
      ledgerVnd: 5_060_000,
      recordsVnd: 5_060_000,
      wordVnd: 5_060_000,
      wordAsOf: NOW + 2 * MINUTE_MS,
    });
  });

  it("needs two people for an opening balance that no told balance proves, and for each correction", async () => {
    await line(100_000, null);
    expect(await propose(3_000_000)).toMatchObject({ ok: true });
    expect(await balanceOf({ kind: "bank" })).toBe(100_000);
    expect(await propose(4_000_000)).toMatchObject({ code: "opening_waiting" });
    const [waiting] = (await openings()).openings;
    const openingId = present(waiting, "no opening").id;
    expect(await answerOpening(one, { openingId, decision: "agree" })).toMatchObject({
      code: "second_person_needed",
    });
    expect(await answerOpening(two, { openingId, decision: "agree" })).toMatchObject({ ok: true });
    expect(await answerOpening(two, { openingId, decision: "agree" })).toMatchObject({
      code: "opening_gone",
    });
    expect(await balanceOf({ kind: "bank" })).toBe(3_100_000);
    expect(await balanceOf({ kind: "owner_funds" })).toBe(3_000_000);
    // The bank tells now that it was less.
    await line(50_000, 2_650_000);
    expect(await propose(2_500_000)).toMatchObject({ ok: true });
    const [correction] = (await openings()).openings;
    const agreed = { openingId: present(correction, "none").id, decision: "agree" } as const;
    expect(await answerOpening(two, agreed)).toMatchObject({ ok: true });
    expect(await balanceOf({ kind: "bank" })).toBe(2_650_000);
    expect(await reconcile()).toMatchObject({ status: "balanced" });
  });

  it("lets whoever proposed an opening balance take it back, and books nothing then", async () => {
    await propose(1);
    const [waiting] = (await openings()).openings;
    const openingId = present(waiting, "no opening").id;
    expect(await answerOpening(one, { openingId, decision: "refuse" })).toMatchObject({ ok: true });
    expect(await balanceOf({ kind: "bank" })).toBe(0);
    expect(await openings()).toMatchObject({ confirmedVnd: null });
  });

  const lost = [
    ["missing", [100, 250, 300], { expectedVnd: 200, actualVnd: 250 }],
    ["altered", [100, 190, 240], { expectedVnd: 200, actualVnd: 190 }],
  ] as const;
  it.each(lost)("case 75: names just the line at which one is %s", async (_, told, found) => {
    await line(100, told[0]);
    await line(100, told[1]);
    await line(50, told[2]);
    const { differences } = await reconcile();
    expect(differences).toMatchObject([
      {
        name: "bank_chain",
        ...found,
        subject: { kind: "line", text: "FT2" },
        beside: { kind: "line", text: "FT1" },
      },
    ]);
  });

  it("case 75: names just the line that is one too many", async () => {
    await line(100, 100);
    await line(70, 999);
    await line(50, 150);
    const { differences, status } = await reconcile();
    expect(status).toBe("differs");
    expect(differences).toMatchObject([
      { name: "bank_line_extra", expectedVnd: 0, actualVnd: 70, subject: { text: "FT2" } },
    ]);
  });
});

describe("a run", () => {
  const daily = async () => {
    await askDailyReconciliation();
    await advanceReconciliation(null);
  };

  it("is the clock's once a day, after the day has ended, also across a restart", async () => {
    const midnight = startOfDate("2026-11-23");
    setClock(midnight + 30 * MINUTE_MS - 1);
    await daily();
    expect((await listRuns(1)).runs).toEqual([]);
    setClock(midnight + 30 * MINUTE_MS);
    await daily();
    await daily();
    const file = databaseFile();
    closeDatabase();
    useDatabaseFile(file);
    setClock(midnight + 23 * HOUR_MS);
    await daily();
    expect((await listRuns(1)).runs).toMatchObject([
      { localDate: "2026-11-22", askedByName: null, status: "balanced" },
    ]);
    setClock(midnight + 25 * HOUR_MS);
    await daily();
    expect((await listRuns(1)).runs.map((run) => run.localDate)).toEqual([
      "2026-11-23",
      "2026-11-22",
    ]);
    const audited = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectKind, "reconciliation"));
    expect(audited.map((entry) => entry.action)).toEqual([
      "reconciliation.ask",
      "reconciliation.finish",
      "reconciliation.ask",
      "reconciliation.finish",
    ]);
  });

  it("is one a day also where two processes ask at the same moment", async () => {
    setClock(startOfDate("2026-11-23") + HOUR_MS);
    await Promise.all([askDailyReconciliation(), askDailyReconciliation()]);
    await advanceReconciliation(null);
    await askDailyReconciliation();
    expect((await listRuns(1)).runCount).toBe(1);
    // What the database itself holds, whoever writes.
    const again = { localDate: "2026-11-22", askedAt: now(), status: "balanced" } as const;
    const open = { ...again, status: "running", isOpen: true, askedById: one.userId } as const;
    await inTransaction((tx) => tx.insert(reconciliationRuns).values({ ...open, id: "rec_y" }));
    await expect(
      inTransaction((tx) => tx.insert(reconciliationRuns).values({ ...open, id: "rec_z" })),
    ).rejects.toThrow(/UNIQUE|Failed/);
  });

  it("is not begun twice at once, and is taken up where a process left it", async () => {
    const asked = await askReconciliation(one);
    expect(await askReconciliation(two)).toMatchObject({ code: "reconciliation_running" });
    const left = present(await inTransaction(takeRun), "nothing to take");
    expect(await inTransaction(takeRun)).toBeNull();
    await advanceReconciliation(null);
    expect(await findOpenRun()).toMatchObject({ status: "running" });
    setClock(now() + 15 * MINUTE_MS + 1);
    await advanceReconciliation(null);
    expect(await findNewestRun()).toMatchObject({
      id: asked.ok && asked.value,
      status: "balanced",
    });
    // Whoever was thought to be gone comes too late.
    const late = await inTransaction((tx) => finishRun(tx, { run: left, comparison: null }));
    expect(late).toBeNull();
    expect(await findNewestRun()).toMatchObject({ status: "balanced" });
  });

  it("stays with the process that says it is at work, however long it takes", async () => {
    await askReconciliation(one);
    const run = present(await inTransaction(takeRun), "nothing to take");
    for (let turn = 0; turn < 3; turn += 1) {
      setClock(now() + 14 * MINUTE_MS);
      expect(await inTransaction(takeRun)).toBeNull();
      await inTransaction((tx) => renewRun(tx, run));
    }
    expect(await inTransaction((tx) => finishRun(tx, { run, comparison: null }))).not.toBeNull();
  });

  it("knows a difference again the next day with what was written to it, until it is gone", async () => {
    await line(100_000, 5_100_000);
    const first = await reconcile();
    expect(await countUnnotedDifferences()).toBe(1);
    const found = present(first.differences[0], "no difference");
    const noted = { differenceId: found.id, note: "Chờ sao kê quý" };
    expect(await noteStandingDifference(one, noted)).toMatchObject({ ok: true });
    expect(await countUnnotedDifferences()).toBe(0);
    setClock(now() + DAY_MS);
    const second = await reconcile();
    expect(second).toMatchObject({ differenceCount: 1, newCount: 0 });
    expect(second.differences).toMatchObject([
      {
        isNew: false,
        standsSince: found.standsSince,
        note: { note: "Chờ sao kê quý", notedByName: "Trần Văn Mẫu Một" },
      },
    ]);
    await confirmOpening(5_000_000);
    expect((await reconcile()).differences).toEqual([]);
    const gone = { differenceId: "dif_gone", note: "x" };
    expect(await noteStandingDifference(one, gone)).toMatchObject({ code: "difference_not_found" });
  });

  it("asks for a new note when a difference was gone and has come back", async () => {
    const tell = (balanceVnd: number) =>
      tellWalletBalance(one, { walletId: "MM-VIETTEL", balanceVnd: vnd(balanceVnd) });
    await tell(7_000);
    const found = present((await reconcile()).differences[0], "no difference");
    const noted = { differenceId: found.id, note: "Tiền của kỳ trước" };
    expect(await noteStandingDifference(one, noted)).toMatchObject({ ok: true });
    setClock(now() + DAY_MS);
    await tell(0);
    expect((await reconcile()).differences).toEqual([]);
    setClock(now() + DAY_MS);
    await tell(7_000);
    expect((await reconcile()).differences).toMatchObject([{ isNew: true, note: null }]);
    expect(await countUnnotedDifferences()).toBe(1);
  });

  it("stands once it has ended, with all that it found", async () => {
    await line(100_000, 5_100_000);
    const { id } = await reconcile();
    const tables = [reconciliationRuns, reconciliationBalances, reconciliationDifferences];
    for (const table of tables) {
      await expect(inTransaction((tx) => tx.delete(table))).rejects.toThrow();
    }
    await expect(
      inTransaction((tx) =>
        tx
          .update(reconciliationRuns)
          .set({ status: "balanced" })
          .where(eq(reconciliationRuns.id, id)),
      ),
    ).rejects.toThrow();
  });
});

describe("Mobile Money", () => {
  it("holds what an officer reads in the app against the ledger of that moment", async () => {
    await tellWalletBalance(one, { walletId: "MM-VIETTEL", balanceVnd: vnd(0) });
    expect(await reconcile()).toMatchObject({ status: "balanced" });
    await tellWalletBalance(one, { walletId: "MM-VIETTEL", balanceVnd: vnd(7_000) });
    const { differences, balances } = await reconcile();
    expect(differences).toMatchObject([
      {
        name: "wallet_balance",
        expectedVnd: 7_000,
        actualVnd: 0,
        subject: { kind: "wallet", text: "Viettel Money" },
      },
    ]);
    const wallets = balances.filter(({ pot }) => pot === "wallet");
    expect(wallets.map(({ wordState }) => wordState)).toEqual(["told", "not_told", "not_told"]);
  });
});
