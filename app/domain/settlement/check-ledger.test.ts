import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { accountBalances, ledgerAccounts, transfers } from "~db/schema/settlement";
import {
  databaseFile,
  inTransaction,
  letOthersWork,
  reader,
  readSnapshot,
  useDatabaseFile,
} from "~/platform/db.server";
import { formatVnd, vnd } from "~/platform/money";
import { openTestDatabase } from "~/platform/test-database.server";
import { checkLedger } from "./check-ledger.server";
import { postTransfer } from "./post-transfer.server";
import { balanceOf } from "./queries.server";
import { sumRefundsDue } from "./queries-department.server";
import { stretchesOf } from "./queries-stretches.server";

let close: () => void;
beforeEach(() => {
  close = openTestDatabase();
});
afterEach(() => close());

/** `count` transfers of 1 to `count` đồng, from one account to buyers' refunds. */
async function post(count: number): Promise<void> {
  await inTransaction(async (tx) => {
    for (let n = 1; n <= count; n += 1) {
      const reference = { kind: "payment", id: String(n) } as const;
      await postTransfer(tx, {
        key: `payment:${n}:expired`,
        debit: { kind: "courier" },
        credit: { kind: "refund_due", ownerId: String(n) },
        amountVnd: vnd(n),
        reason: "order_refund_due",
        reference,
      });
    }
  });
}

it("keeps every balance with the transfers", async () => {
  await post(3);
  expect(await balanceOf({ kind: "courier" })).toBe(6);
  expect(await balanceOf({ kind: "refund_due", ownerId: "2" })).toBe(2);
  expect(await sumRefundsDue()).toBe(6);
});

it("has balances for a ledger that is older than they are", async () => {
  await post(3);
  const before = await reader().select().from(accountBalances).orderBy(accountBalances.accountId);
  const migration = readFileSync("db/migrations/0006_account_balances.sql", "utf8");
  const fill = migration.split("--> statement-breakpoint").at(-1) ?? "";
  await inTransaction((tx) => tx.delete(accountBalances));
  useDatabaseFile(databaseFile()).writer.exec(fill);
  const after = await reader().select().from(accountBalances).orderBy(accountBalances.accountId);
  expect(after).toEqual(before);
  expect(after).toHaveLength(4);
});

it("stands on tables that the migrations left whole", async () => {
  await post(1);
  const { writer } = useDatabaseFile(databaseFile());
  expect(writer.pragma("foreign_key_check")).toEqual([]);
  const leftOver = writer.prepare("SELECT name FROM sqlite_master WHERE instr(sql, '__new_') > 0");
  expect(leftOver.all()).toEqual([]);
  const account = { id: "x", kind: "household_cash", ownerId: "x", createdAt: 0 } as const;
  await inTransaction((tx) => tx.insert(ledgerAccounts).values(account));
  expect(() => writer.exec("UPDATE transfers SET debit_account_id = 'nobody'")).toThrow();
  expect(() => writer.exec("INSERT INTO ledger_accounts VALUES ('y', 'other', null, 0)")).toThrow();
});

it("names a balance that somebody changed", async () => {
  await post(1);
  await inTransaction((tx) =>
    tx
      .update(accountBalances)
      .set({ balanceVnd: 5 })
      .where(eq(accountBalances.accountId, "courier")),
  );
  expect(await checkLedger()).toEqual([
    { name: "account_balance", subjectId: "courier", expectedVnd: 1, actualVnd: 5 },
  ]);
});

it("names the balances that are missing", async () => {
  await post(1);
  await inTransaction((tx) => tx.delete(accountBalances));
  expect(await checkLedger()).toEqual([
    { name: "account_balance", subjectId: "courier", expectedVnd: 1, actualVnd: 0 },
    { name: "account_balance", subjectId: "refund_due:1", expectedVnd: -1, actualVnd: 0 },
  ]);
});

it("does not wait for whoever writes, and sees one moment", async () => {
  await post(250);
  let endWriting: () => void = () => undefined;
  const writing = inTransaction(async (tx) => {
    await tx.update(accountBalances).set({ balanceVnd: 9 });
    await new Promise<void>((resolve) => {
      endWriting = resolve;
    });
  });
  expect(await checkLedger()).toEqual([]);
  endWriting();
  await writing;
  expect(await checkLedger()).not.toEqual([]);
});

it("lets others work while it checks", async () => {
  await post(1_000);
  let turns = 0;
  let isChecking = true;
  const others = async () => {
    while (isChecking) {
      await letOthersWork();
      turns += 1;
    }
  };
  const atWork = others();
  await checkLedger();
  isChecking = false;
  await atWork;
  // 1,000 transfers and as many balances, 100 at a time.
  expect(turns).toBeGreaterThanOrEqual(20);
});

it.each([0, 1, 100, 101, 250])("walks through %i rows once each", async (count) => {
  await post(count);
  await readSnapshot(async (db) => {
    const seen: string[] = [];
    for await (const stretch of stretchesOf(db, "transfers")) {
      const rows = await db.select({ id: transfers.id }).from(transfers).where(stretch);
      expect(rows.length).toBeLessThanOrEqual(100);
      seen.push(...rows.map((row) => row.id));
    }
    expect(seen).toHaveLength(count);
    expect(new Set(seen).size).toBe(count);
  });
});

it("shows sums that pass what a number holds exactly, and checks them", async () => {
  const reference = { kind: "bank_transaction", id: "1" } as const;
  const huge = {
    debit: { kind: "courier" },
    credit: { kind: "refund_due", ownerId: "1" },
    amountVnd: vnd(Number.MAX_SAFE_INTEGER),
    reason: "cash_collected",
    reference,
  } as const;
  await inTransaction(async (tx) => {
    for (const key of ["one", "two", "three"]) await postTransfer(tx, { key, ...huge });
  });
  const total = 3 * Number.MAX_SAFE_INTEGER;
  expect(await balanceOf({ kind: "courier" })).toBe(total);
  expect(await sumRefundsDue()).toBe(total);
  expect(formatVnd(await sumRefundsDue(), "vi")).toContain("27.021.597.764.222.97");
  expect(await checkLedger()).toEqual([]);
});
