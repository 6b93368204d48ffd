import { and, asc, desc, eq, gt, ne, or } from "drizzle-orm";
import { bankTransactions } from "~db/schema/payments";
import { bankOpenings } from "~db/schema/settlement-reconciliation";
import { letOthersWork, type ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { followDay, NEW_CHAIN, type Chain, type ChainBreak, type ChainLine } from "./bank-chain";

const PAGE_LINES = 500;
const PAGES_MAX = 1_000_000;

/** What the bank has told of all our accounts, in whole đồng. */
export type BankWord = {
  /** All that came less all that went. */
  movedVnd: number;
  /** Before the first line, by the told balances; null: none was ever told. */
  openingVnd: number | null;
  /** The line of each account by whose balance we know that. */
  openedBy: string[];
  /** By the newest told balance and the lines since; null with it. */
  balanceVnd: number | null;
  toldAt: number | null;
  breaks: ChainBreak[];
};

type InboxLine = ChainLine & { accountNumber: string };

/** Follows every line of the inbox that moved money, account by account and day by day; pauses on the way. */
export async function followBank(db: ReadDatabase): Promise<BankWord> {
  const chains = new Map<string, Chain>();
  let movedVnd = 0;
  for await (const day of daysOf(db)) {
    for (const account of new Set(day.map((line) => line.accountNumber))) {
      const lines = day.filter((line) => line.accountNumber === account);
      chains.set(account, followDay(chains.get(account) ?? NEW_CHAIN, lines));
    }
    for (const line of day) movedVnd += line.movedVnd;
  }
  const all = [...chains.values()];
  const told = all.filter((chain) => chain.told !== null);
  const isTold = told.length > 0;
  // An account that never told a balance is taken to have held nothing at first.
  const openingVnd = told.reduce((sum, chain) => sum + (chain.openingVnd ?? 0), 0);
  const balanceVnd = all.reduce((sum, chain) => sum + (chain.balanceVnd ?? chain.untoldVnd), 0);
  return {
    movedVnd,
    openingVnd: isTold ? openingVnd : null,
    openedBy: told.flatMap((chain) => chain.openedBy ?? []),
    balanceVnd: isTold ? balanceVnd : null,
    toldAt: isTold ? Math.max(...told.map((chain) => chain.told?.occurredAt ?? 0)) : null,
    breaks: all.flatMap((chain) => chain.breaks),
  };
}

/** The lines of one day in Vietnam at a time, oldest day first. */
async function* daysOf(db: ReadDatabase): AsyncGenerator<InboxLine[]> {
  let day: InboxLine[] = [];
  let date = "";
  let after: { occurredAt: number; id: string } | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const lines = await listLines(db, after);
    for (const line of lines) {
      const lineDate = localDateOf(line.occurredAt);
      if (lineDate !== date && day.length > 0) {
        yield day;
        day = [];
      }
      date = lineDate;
      day.push(line);
    }
    const last = lines.at(-1);
    if (!last || lines.length < PAGE_LINES) break;
    after = last;
    await letOthersWork();
  }
  if (day.length > 0) yield day;
}

async function listLines(
  db: ReadDatabase,
  after: { occurredAt: number; id: string } | null,
): Promise<InboxLine[]> {
  const { id, occurredAt } = bankTransactions;
  const rows = await db
    .select({
      id,
      occurredAt,
      accountNumber: bankTransactions.accountNumber,
      direction: bankTransactions.direction,
      amountVnd: bankTransactions.amountVnd,
      balanceVnd: bankTransactions.balanceVnd,
    })
    .from(bankTransactions)
    .where(
      and(
        ne(bankTransactions.status, "ignored"),
        after
          ? or(
              gt(occurredAt, after.occurredAt),
              and(eq(occurredAt, after.occurredAt), gt(id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(occurredAt), asc(id))
    .limit(PAGE_LINES);
  return rows.map(({ direction, amountVnd, ...line }) => ({
    ...line,
    movedVnd: direction === "in" ? amountVnd : -amountVnd,
  }));
}

/** What is confirmed that our account held before the first line; null: nothing is. */
export async function confirmedOpening(db: ReadDatabase): Promise<number | null> {
  const [row] = await db
    .select({ amountVnd: bankOpenings.amountVnd })
    .from(bankOpenings)
    .where(eq(bankOpenings.status, "confirmed"))
    .orderBy(desc(bankOpenings.decidedAt), desc(bankOpenings.id))
    .limit(1);
  return row?.amountVnd ?? null;
}
