import { desc, eq } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { bankOpenings } from "~db/schema/settlement-reconciliation";
import { reader, readSnapshot, type ReadDatabase } from "~/platform/db.server";
import { confirmedOpening, followBank } from "./queries-bank-chain.server";
import type { OpeningView } from "./types-reconciliation";

const OPENINGS_MAX = 50;

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

/** What the account held at first by the balances that the bank has told; null: it never told one. Walks the inbox. */
export async function readToldOpening(): Promise<number | null> {
  return readSnapshot(async (db) => (await followBank(db)).openingVnd);
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
    toldVnd: await readToldOpening(),
    openings: rows,
  };
}
