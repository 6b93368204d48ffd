import { and, asc, between, eq, isNotNull, notExists, type SQL } from "drizzle-orm";
import { alias } from "~db/dialect";
import { statementRows } from "~db/schema/statements";
import type { Transaction } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";

export type LineToMatch = {
  importId: string;
  occurredAt: number;
  factsKey: string;
  referenceKey: string | null;
};

/** Booked on one day and effective on another; beyond that a bank's running number has begun anew. */
const SAME_REFERENCE_MS = 4 * DAY_MS;

const others = alias(statementRows, "others");

/**
 * The line of the inbox that an earlier file told of in this row's words, or null. Each line answers one row of a
 * file: two equal rows of one file are two lines, and the same two in the next file are the same two. A reference
 * decides where both have one; a line that was known without takes it on, so that the next reference is another line.
 * In whatever order files with and without references come, as many lines are there in the end.
 */
export async function matchKnownLine(tx: Transaction, line: LineToMatch): Promise<string | null> {
  const { importId, occurredAt, referenceKey } = line;
  const isFree = notExists(rowsOfSameLine(tx, eq(others.importId, importId)));
  const isNameless = notExists(rowsOfSameLine(tx, isNotNull(others.referenceKey)));
  const sameFacts = eq(statementRows.factsKey, line.factsKey);
  const nameless = () => findLine(tx, and(sameFacts, isFree, isNameless));
  if (referenceKey === null) {
    return (await nameless()) ?? (await findLine(tx, and(sameFacts, isFree)));
  }
  const isNear = between(
    statementRows.occurredAt,
    occurredAt - SAME_REFERENCE_MS,
    occurredAt + SAME_REFERENCE_MS,
  );
  const sameReference = and(eq(statementRows.referenceKey, referenceKey), isNear, isFree);
  return (await findLine(tx, sameReference)) ?? nameless();
}

function rowsOfSameLine(tx: Transaction, condition: SQL) {
  return tx
    .select({ importId: others.importId })
    .from(others)
    .where(and(eq(others.bankTransactionId, statementRows.bankTransactionId), condition));
}

async function findLine(tx: Transaction, condition: SQL | undefined): Promise<string | null> {
  const [row] = await tx
    .select({ bankTransactionId: statementRows.bankTransactionId })
    .from(statementRows)
    .where(and(isNotNull(statementRows.bankTransactionId), condition))
    .orderBy(asc(statementRows.importId), asc(statementRows.lineNumber))
    .limit(1);
  return row?.bankTransactionId ?? null;
}
