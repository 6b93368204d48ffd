import { and, asc, eq, gte, inArray, lt, or, sql, sum, type SQL } from "drizzle-orm";
import { households } from "~db/schema/households";
import { transfers } from "~db/schema/settlement";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { addMonths, localDateOf, type Month } from "~/platform/period";
import { ledgerAccountId } from "./ledger-accounts";
import { namesOf, type Name, type StatementMove } from "./queries-statement-names.server";
import { STATEMENT_KINDS } from "./statement-kind";
import type { HouseholdStatement, StatementEntry, StatementKind } from "./types-statement";

/** A month of a large cooperative; what is more fails rather than leaves a line out. */
const MAX_TRANSFERS = 20_000;

/** What a household has here, and what it owes us: of goods that came back, and of cash that it took at the door. */
type Accounts = { held: string; owed: string[] };

function accountsOf(ownerId: string): Accounts {
  return {
    held: ledgerAccountId({ kind: "household", ownerId }),
    owed: [
      ledgerAccountId({ kind: "household_debt", ownerId }),
      ledgerAccountId({ kind: "household_cash", ownerId }),
    ],
  };
}

/**
 * All that moved what a household has and owes in a month, each with why. It is made from the ledger's transfers alone,
 * so that both open and close at what the ledger holds. Null for a household that is not there.
 */
export async function loadStatement(
  householdId: string,
  month: Month,
): Promise<HouseholdStatement | null> {
  const db = reader();
  const [household] = await db
    .select({ name: households.name, slug: households.slug })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  if (!household) return null;
  const accounts = accountsOf(householdId);
  const [from, until] = [`${month}-01`, `${addMonths(month, 1)}-01`];
  const before = lt(transfers.localDate, from);
  const openingVnd = 0 - (await debitsOf(db, [accounts.held], before));
  const owedOpeningVnd = await debitsOf(db, accounts.owed, before);
  const moves = await listMoves(db, accounts, { from, until });
  const names = await namesOf(db, { householdId, moves });
  const entries = balanced(entriesOf(moves, names), { openingVnd, owedOpeningVnd });
  return {
    month,
    isOver: until <= localDateOf(now()),
    householdName: household.name,
    householdSlug: household.slug,
    openingVnd,
    owedOpeningVnd,
    entries,
    closingVnd: entries.at(-1)?.balanceVnd ?? openingVnd,
    owedClosingVnd: entries.at(-1)?.owedVnd ?? owedOpeningVnd,
  };
}

/** The first month in which something happened; null before. */
export async function firstStatementMonth(householdId: string): Promise<Month | null> {
  const account = ledgerAccountId({ kind: "household", ownerId: householdId });
  const [row] = await reader()
    .select({ first: sql<string | null>`min(${transfers.localDate})` })
    .from(transfers)
    .where(touches([account]));
  return row?.first?.slice(0, 7) ?? null;
}

function touches(accounts: readonly string[]): SQL | undefined {
  return or(
    inArray(transfers.debitAccountId, [...accounts]),
    inArray(transfers.creditAccountId, [...accounts]),
  );
}

/** Debits of these accounts less their credits; 0 of a transfer between two of them. */
function signedFor(accounts: readonly string[]): SQL<number> {
  const ids = [...accounts];
  return sql<number>`case when ${inArray(transfers.debitAccountId, ids)} then ${transfers.amountVnd} else 0 end
    - case when ${inArray(transfers.creditAccountId, ids)} then ${transfers.amountVnd} else 0 end`;
}

async function debitsOf(
  db: ReadDatabase,
  accounts: readonly string[],
  where: SQL,
): Promise<number> {
  const [row] = await db
    .select({ totalVnd: sum(signedFor(accounts)).mapWith(Number) })
    .from(transfers)
    .where(and(touches(accounts), where));
  return row?.totalVnd ?? 0;
}

async function listMoves(
  db: ReadDatabase,
  { held, owed }: Accounts,
  { from, until }: { from: string; until: string },
): Promise<StatementMove[]> {
  const rows = await db
    .select({
      key: transfers.key,
      reason: transfers.reason,
      amountVnd: transfers.amountVnd,
      heldVnd: signedFor([held]).mapWith(Number),
      owedChangeVnd: signedFor(owed).mapWith(Number),
      referenceKind: transfers.referenceKind,
      referenceId: transfers.referenceId,
      occurredAt: transfers.occurredAt,
      localDate: transfers.localDate,
    })
    .from(transfers)
    .where(
      and(touches([held, ...owed]), gte(transfers.localDate, from), lt(transfers.localDate, until)),
    )
    .orderBy(asc(transfers.occurredAt), asc(transfers.id))
    .limit(MAX_TRANSFERS);
  invariant(rows.length < MAX_TRANSFERS, "a statement longer than it can be shown");
  return rows.map(({ heldVnd, ...row }) => ({ ...row, changeVnd: 0 - heldVnd }));
}

/**
 * What belongs together is one entry: of an order its sale, commission and kept cash, of a request both its sides, of a
 * line of the bank each payout by itself.
 */
function entriesOf(
  moves: readonly StatementMove[],
  nameOf: (move: StatementMove) => Name | undefined,
): StatementEntry[] {
  const byKey = new Map<string, StatementEntry>();
  for (const move of moves) {
    const kind = STATEMENT_KINDS[move.reason];
    invariant(kind !== undefined, `a household's account moved for ${move.reason}`);
    const name = nameOf(move);
    const apart = kind === "recovered" ? move.occurredAt : (name?.code ?? "");
    const key = `${kind} ${move.referenceId} ${apart}`;
    const entry = byKey.get(key) ?? newEntry(kind, move, name);
    byKey.set(key, entry);
    add(entry, move);
  }
  return [...byKey.values()];
}

function newEntry(
  kind: StatementKind,
  move: StatementMove,
  name: Name | undefined,
): StatementEntry {
  return {
    kind,
    localDate: move.localDate,
    occurredAt: move.occurredAt,
    code: name?.code ?? "",
    goodsVnd: kind === "order" ? (name?.goodsVnd ?? 0) : 0,
    shippingVnd: kind === "order" ? (name?.shippingVnd ?? 0) : 0,
    voucherVnd: kind === "order" || kind === "return" ? (name?.voucherVnd ?? 0) : 0,
    commissionVnd: 0,
    taxVnd: 0,
    keptVnd: 0,
    refundedVnd: 0,
    sentVnd: 0,
    owedChangeVnd: 0,
    changeVnd: 0,
    balanceVnd: 0,
    owedVnd: 0,
    orderCodes: kind === "payout" ? (name?.orderCodes ?? []) : [],
    paidAt: kind === "payout" ? (name?.paidAt ?? null) : null,
  };
}

function add(
  entry: StatementEntry,
  { reason, amountVnd, changeVnd, owedChangeVnd }: StatementMove,
) {
  entry.changeVnd += changeVnd;
  entry.owedChangeVnd += owedChangeVnd;
  if (reason === "commission_taken" || reason === "commission_returned") {
    entry.commissionVnd += changeVnd;
  }
  if (reason === "tax_withheld" || reason === "tax_returned") entry.taxVnd += changeVnd;
  // Whole, whether it came out of the balance or is owed from now on.
  if (reason === "cash_collected") entry.keptVnd -= amountVnd;
  if (reason === "sale_returned") entry.refundedVnd -= amountVnd;
  if (entry.kind === "payout" || entry.kind === "payout_back") entry.sentVnd += changeVnd;
}

function balanced(
  entries: readonly StatementEntry[],
  opening: { openingVnd: number; owedOpeningVnd: number },
): StatementEntry[] {
  let balanceVnd = opening.openingVnd;
  let owedVnd = opening.owedOpeningVnd;
  return entries.map((entry) => {
    balanceVnd += entry.changeVnd;
    owedVnd += entry.owedChangeVnd;
    return { ...entry, balanceVnd, owedVnd };
  });
}
