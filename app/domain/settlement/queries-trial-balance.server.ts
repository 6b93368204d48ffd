import { eq, gt, sum } from "drizzle-orm";
import { alias } from "~db/dialect";
import { ledgerAccounts, transfers } from "~db/schema/settlement";
import { now } from "~/platform/clock.server";
import { letOthersWork, readSnapshot, reader, type ReadDatabase } from "~/platform/db.server";
import { addDays, addMonths, localDateOf, type LocalDate, type Month } from "~/platform/period";
import { isOfKind, sidesOf, type HolderBalances, type Sides } from "./account-sides";
import { LEDGER_ACCOUNT_KINDS, type LedgerAccountKind } from "./ledger-accounts";
import { holderOf, sumHolders } from "./queries-account-sides.server";
import type { TrialBalance } from "./types-reconciliation";

type ByHolder = Map<string, Sides>;

/**
 * Each kind of account over a month: what it held at first, what was debited and credited, what it held in the end; of both
 * ends its accounts with a balance of debits and those with one of credits apart, as accountants have to show them.
 * Counted back from the balances of today, day by day and out of one snapshot; pauses on the way.
 */
export async function loadTrialBalance(month: Month): Promise<TrialBalance> {
  const [from, until] = [`${month}-01`, `${addMonths(month, 1)}-01`];
  return readSnapshot(async (db) => {
    const today = addDays(localDateOf(now()), 1);
    const later = await sumDays(db, until, today);
    const during = await sumDays(db, from, until < today ? until : today);
    const closing = balancesBefore(later, await sumHolders(db));
    const opening = balancesBefore(during, closing);
    const rows = LEDGER_ACCOUNT_KINDS.map((kind) => ({
      kind,
      opening: sidesOf(kind, opening),
      moved: movedOf(kind, during),
      closing: sidesOf(kind, closing),
    }));
    return { month, rows };
  });
}

/** What was held before `moved` was posted, from what was held after it. */
function balancesBefore(moved: ByHolder, after: HolderBalances): HolderBalances {
  const before = new Map(after);
  for (const [holder, { debitVnd, creditVnd }] of moved) {
    before.set(holder, (after.get(holder) ?? 0) - debitVnd + creditVnd);
  }
  return before;
}

function movedOf(kind: LedgerAccountKind, moved: ByHolder): Sides {
  const sums = { debitVnd: 0, creditVnd: 0 };
  for (const [holder, { debitVnd, creditVnd }] of moved) {
    if (!isOfKind(holder, kind)) continue;
    sums.debitVnd += debitVnd;
    sums.creditVnd += creditVnd;
  }
  return sums;
}

/** What was posted from a day on until another, that one not counted. */
async function sumDays(db: ReadDatabase, from: LocalDate, until: LocalDate): Promise<ByHolder> {
  const sums: ByHolder = new Map();
  const add = (holder: string, side: keyof Sides, amountVnd: number) => {
    const known = sums.get(holder) ?? { debitVnd: 0, creditVnd: 0 };
    known[side] += amountVnd;
    sums.set(holder, known);
  };
  const debited = alias(ledgerAccounts, "debited");
  const credited = alias(ledgerAccounts, "credited");
  const [debitHolder, creditHolder] = [holderOf(debited), holderOf(credited)];
  for (let day = await firstDay(db, from); day !== null && day < until;) {
    const rows = await db
      .select({
        debitHolder,
        creditHolder,
        amountVnd: sum(transfers.amountVnd).mapWith(Number),
      })
      .from(transfers)
      .innerJoin(debited, eq(debited.id, transfers.debitAccountId))
      .innerJoin(credited, eq(credited.id, transfers.creditAccountId))
      .where(eq(transfers.localDate, day))
      .groupBy(debitHolder, creditHolder);
    for (const row of rows) {
      add(row.debitHolder, "debitVnd", row.amountVnd);
      add(row.creditHolder, "creditVnd", row.amountVnd);
    }
    day = await firstDay(db, addDays(day, 1));
    await letOthersWork();
  }
  return sums;
}

/** The first day from this one on with any transfer; null: there is none. */
async function firstDay(db: ReadDatabase, from: LocalDate): Promise<LocalDate | null> {
  const [row] = await db
    .select({ day: transfers.localDate })
    .from(transfers)
    .where(gt(transfers.localDate, addDays(from, -1)))
    .orderBy(transfers.localDate)
    .limit(1);
  return row?.day ?? null;
}

/** The month of the first transfer; null before it. */
export async function firstLedgerMonth(): Promise<Month | null> {
  return (await firstDay(reader(), "2000-01-02"))?.slice(0, 7) ?? null;
}
