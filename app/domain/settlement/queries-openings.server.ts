import { and, asc, desc, eq, lte } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { bankTransactions } from "~db/schema/payments";
import { statementImports, statementRows } from "~db/schema/statements";
import { bankOpenings } from "~db/schema/settlement-reconciliation";
import { reader, readSnapshot, type ReadDatabase } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { confirmedOpening, followBank } from "./queries-bank-chain.server";
import type { OpeningSource, OpeningView } from "./types-reconciliation";

const OPENINGS_MAX = 50;
const IMPORTERS_MAX = 100;

export type WaitingOpening = {
  id: string;
  amountVnd: number;
  toldVnd: number | null;
  proposedById: string;
};

/** What somebody has proposed and nobody has decided; null: nothing. */
export async function findWaitingOpening(db: ReadDatabase): Promise<WaitingOpening | null> {
  const [row] = await db
    .select({
      id: bankOpenings.id,
      amountVnd: bankOpenings.amountVnd,
      toldVnd: bankOpenings.toldVnd,
      proposedById: bankOpenings.proposedById,
    })
    .from(bankOpenings)
    .where(eq(bankOpenings.status, "proposed"))
    .limit(1);
  return row ?? null;
}

/**
 * What the account held at first by the balances that the bank has told (null: it never told one), and which lines say so.
 * Walks the inbox.
 */
export async function readToldOpening(): Promise<{
  toldVnd: number | null;
  sources: OpeningSource[];
}> {
  return readSnapshot(async (db) => {
    const { openingVnd, openedBy } = await followBank(db);
    const sources = [];
    for (const lineId of openedBy) sources.push(await loadSource(db, lineId));
    return { toldVnd: openingVnd, sources };
  });
}

async function loadSource(db: ReadDatabase, lineId: string): Promise<OpeningSource> {
  const [row] = await db.select().from(bankTransactions).where(eq(bankTransactions.id, lineId));
  const { accountNumber, provider, occurredAt, balanceVnd } = present(row, "a line that is gone");
  const [file] = await db
    .select({
      importId: statementImports.id,
      fileName: statementImports.fileName,
      lineNumber: statementRows.lineNumber,
    })
    .from(statementRows)
    .innerJoin(statementImports, eq(statementImports.id, statementRows.importId))
    .where(eq(statementRows.bankTransactionId, lineId))
    .orderBy(asc(statementImports.importedAt))
    .limit(1);
  // What no balance was told of before it counts as well: whoever brought any of it in made the number.
  const importers = await db
    .selectDistinct({ id: users.id, name: users.fullName })
    .from(bankTransactions)
    .innerJoin(statementRows, eq(statementRows.bankTransactionId, bankTransactions.id))
    .innerJoin(statementImports, eq(statementImports.id, statementRows.importId))
    .innerJoin(users, eq(users.id, statementImports.uploadedById))
    .where(
      and(
        eq(bankTransactions.accountNumber, accountNumber),
        eq(bankTransactions.provider, "statement"),
        lte(bankTransactions.occurredAt, occurredAt),
      ),
    )
    .limit(IMPORTERS_MAX);
  const fromFile = provider === "statement" ? (file ?? null) : null;
  return { lineId, provider, occurredAt, balanceVnd, file: fromFile, importers };
}

/** All that was said of the opening balance, newest first, with what stands. */
export async function loadOpenings(): Promise<OpeningView> {
  const deciders = alias(users, "deciders");
  const rows = await reader()
    .select({
      id: bankOpenings.id,
      amountVnd: bankOpenings.amountVnd,
      toldVnd: bankOpenings.toldVnd,
      status: bankOpenings.status,
      note: bankOpenings.note,
      proposedById: bankOpenings.proposedById,
      proposedByName: users.fullName,
      proposedAt: bankOpenings.proposedAt,
      decidedByName: deciders.fullName,
      decidedAt: bankOpenings.decidedAt,
    })
    .from(bankOpenings)
    .innerJoin(users, eq(users.id, bankOpenings.proposedById))
    .leftJoin(deciders, eq(deciders.id, bankOpenings.decidedById))
    .orderBy(desc(bankOpenings.proposedAt), desc(bankOpenings.id))
    .limit(OPENINGS_MAX);
  return {
    confirmedVnd: await confirmedOpening(reader()),
    ...(await readToldOpening()),
    openings: rows,
  };
}
