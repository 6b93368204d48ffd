import { eq, gt, sum } from "drizzle-orm";
import { alias } from "~db/dialect";
import { ledgerAccounts, transfers } from "~db/schema/settlement";
import { now } from "~/platform/clock.server";
import { letOthersWork, readSnapshot, reader, type ReadDatabase } from "~/platform/db.server";
import { addDays, addMonths, localDateOf, type LocalDate, type Month } from "~/platform/period";
import { LEDGER_ACCOUNT_KINDS, type LedgerAccountKind } from "./ledger-accounts";
import { sumOfKind } from "./queries-pots.server";
import type { TrialBalance } from "./types-reconciliation";

type Sums = { debitVnd: number; creditVnd: number };
type ByKind = Map<LedgerAccountKind, Sums>;

/**
 * Each kind of account over a month: what it held at first, what was debited and credited, what it held in the end.
 * Counted back from the balances of today, day by day and out of one snapshot; pauses on the way.
 */
export async function loadTrialBalance(month: Month): Promise<TrialBalance> {
  const [from, until] = [`${month}-01`, `${addMonths(month, 1)}-01`];
  return readSnapshot(async (db) => {
    const today = addDays(localDateOf(now()), 1);
    const later = await sumDays(db, until, today);
    const during = await sumDays(db, from, until < today ? until : today);
    const rows = [];
    for (const kind of LEDGER_ACCOUNT_KINDS) {
      const { debitVnd, creditVnd } = during.get(kind) ?? { debitVnd: 0, creditVnd: 0 };
      const after = later.get(kind) ?? { debitVnd: 0, creditVnd: 0 };
      const closingVnd = (await sumOfKind(db, kind)) - after.debitVnd + after.creditVnd;
      const openingVnd = closingVnd - debitVnd + creditVnd;
      rows.push({ kind, openingVnd, debitVnd, creditVnd, closingVnd });
    }
    return { month, rows };
  });
}

/** What was posted from a day on until another, that one not counted. */
async function sumDays(db: ReadDatabase, from: LocalDate, until: LocalDate): Promise<ByKind> {
  const sums: ByKind = new Map();
  const add = (kind: LedgerAccountKind, side: keyof Sums, amountVnd: number) => {
    const known = sums.get(kind) ?? { debitVnd: 0, creditVnd: 0 };
    known[side] += amountVnd;
    sums.set(kind, known);
  };
  const debited = alias(ledgerAccounts, "debited");
  const credited = alias(ledgerAccounts, "credited");
  for (let day = await firstDay(db, from); day !== null && day < until;) {
    const rows = await db
      .select({
        debitKind: debited.kind,
        creditKind: credited.kind,
        amountVnd: sum(transfers.amountVnd).mapWith(Number),
      })
      .from(transfers)
      .innerJoin(debited, eq(debited.id, transfers.debitAccountId))
      .innerJoin(credited, eq(credited.id, transfers.creditAccountId))
      .where(eq(transfers.localDate, day))
      .groupBy(debited.kind, credited.kind);
    for (const { debitKind, creditKind, amountVnd } of rows) {
      add(debitKind, "debitVnd", amountVnd);
      add(creditKind, "creditVnd", amountVnd);
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
