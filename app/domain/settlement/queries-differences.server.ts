import { and, desc, eq, inArray } from "drizzle-orm";
import { households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { orders } from "~db/schema/orders";
import { bankTransactions, payments } from "~db/schema/payments";
import { cardAttempts, cardCharges, cardDisputes, cardRefunds } from "~db/schema/payments-cards";
import {
  reconciliationDifferences,
  reconciliationNotes,
} from "~db/schema/settlement-reconciliation";
import { returnRequests } from "~db/schema/returns";
import { disbursements } from "~db/schema/settlement";
import { reader, type ReadDatabase } from "~/platform/db.server";
import type { Difference } from "./reconciliation";
import type { DifferenceRow, DifferenceSubject, NoteRow } from "./types-reconciliation";
import { payeePlaceName, WALLETS } from "./wallets";

const NOTES_MAX = 1_000;

/** A difference that a run has found; null: there is none of that id. */
export async function loadDifference(
  db: ReadDatabase,
  differenceId: string,
): Promise<Difference | null> {
  const [row] = await db
    .select({
      name: reconciliationDifferences.name,
      subjectId: reconciliationDifferences.subjectId,
      besideId: reconciliationDifferences.besideId,
      expectedVnd: reconciliationDifferences.expectedVnd,
      actualVnd: reconciliationDifferences.actualVnd,
    })
    .from(reconciliationDifferences)
    .where(eq(reconciliationDifferences.id, differenceId))
    .limit(1);
  return row ?? null;
}

type Stored = typeof reconciliationDifferences.$inferSelect & { takenAt: number | null };

/** Differences with what they are about and the newest note to each. */
export async function describeDifferences(rows: readonly Stored[]): Promise<DifferenceRow[]> {
  const ids = rows.flatMap(({ subjectId, besideId }) => [subjectId, besideId ?? subjectId]);
  const subjects = await namesOf([...new Set(ids)]);
  const notes = await newestNotes([...new Set(rows.map(({ subjectId }) => subjectId))]);
  const other = { kind: "other", text: "", at: "" } as const;
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    subjectId: row.subjectId,
    besideId: row.besideId,
    expectedVnd: row.expectedVnd,
    actualVnd: row.actualVnd,
    standsSince: row.standsSince,
    isNew: row.standsSince === row.takenAt,
    note: noteSince(notes.get(keyOf(row)), row.standsSince),
    subject:
      row.name === "bank_opening"
        ? { kind: "opening", text: "", at: "" }
        : (subjects.get(row.subjectId) ?? { ...other, text: otherText(row) }),
    beside: row.besideId === null ? null : (subjects.get(row.besideId) ?? other),
  }));
}

/** What was written to an earlier difference like it, which was gone meanwhile, explains nothing of this one. */
function noteSince(note: NoteRow | undefined, standsSince: number): NoteRow | null {
  return note !== undefined && note.notedAt >= standsSince ? note : null;
}

/** What has no page of its own is called by its id, unless the id only repeats the name. */
function otherText({ name, subjectId }: Pick<Stored, "name" | "subjectId">): string {
  return name === subjectId ? "" : subjectId;
}

const keyOf = (one: Omit<Difference, "besideId">) =>
  JSON.stringify([one.name, one.subjectId, one.expectedVnd, one.actualVnd]);

async function newestNotes(subjectIds: readonly string[]): Promise<Map<string, NoteRow>> {
  const rows = await reader()
    .select({
      name: reconciliationNotes.name,
      subjectId: reconciliationNotes.subjectId,
      expectedVnd: reconciliationNotes.expectedVnd,
      actualVnd: reconciliationNotes.actualVnd,
      note: reconciliationNotes.note,
      notedByName: users.fullName,
      notedAt: reconciliationNotes.notedAt,
    })
    .from(reconciliationNotes)
    .innerJoin(users, eq(users.id, reconciliationNotes.notedById))
    .where(inArray(reconciliationNotes.subjectId, [...subjectIds]))
    .orderBy(desc(reconciliationNotes.notedAt), desc(reconciliationNotes.id))
    .limit(NOTES_MAX);
  const newest = new Map<string, NoteRow>();
  for (const { note, notedByName, notedAt, ...of } of rows) {
    if (!newest.has(keyOf(of))) newest.set(keyOf(of), { note, notedByName, notedAt });
  }
  return newest;
}

/** All that officers wrote to one difference, newest first. */
export async function listNotes(difference: Omit<Difference, "besideId">): Promise<NoteRow[]> {
  const { name, subjectId, expectedVnd, actualVnd } = difference;
  return reader()
    .select({
      note: reconciliationNotes.note,
      notedByName: users.fullName,
      notedAt: reconciliationNotes.notedAt,
    })
    .from(reconciliationNotes)
    .innerJoin(users, eq(users.id, reconciliationNotes.notedById))
    .where(
      and(
        eq(reconciliationNotes.name, name),
        eq(reconciliationNotes.subjectId, subjectId),
        eq(reconciliationNotes.expectedVnd, expectedVnd),
        eq(reconciliationNotes.actualVnd, actualVnd),
      ),
    )
    .orderBy(desc(reconciliationNotes.notedAt), desc(reconciliationNotes.id))
    .limit(NOTES_MAX);
}

type Named = { id: string; text: string | null; at: string };

/** What these ids are of, wherever they are found. */
async function namesOf(ids: readonly string[]): Promise<Map<string, DifferenceSubject>> {
  const db = reader();
  const named = new Map<string, DifferenceSubject>(
    WALLETS.map(({ id }) => [id, { kind: "wallet", text: payeePlaceName(id), at: id }]),
  );
  const add = (kind: DifferenceSubject["kind"], rows: readonly Named[]) => {
    for (const { id, text, at } of rows) named.set(id, { kind, text: text ?? id, at });
  };
  const { bankReference, providerTransactionId } = bankTransactions;
  const lines = await db
    .select({ id: bankTransactions.id, bankReference, providerTransactionId })
    .from(bankTransactions)
    .where(inArray(bankTransactions.id, [...ids]));
  add(
    "line",
    lines.map((line) => ({
      id: line.id,
      text: line.bankReference ?? line.providerTransactionId,
      at: line.id,
    })),
  );
  add(
    "order",
    await db
      .select({ id: orders.id, text: orders.code, at: orders.code })
      .from(orders)
      .where(inArray(orders.id, [...ids])),
  );
  add(
    "order",
    await db
      .select({ id: payments.id, text: payments.reference, at: payments.reference })
      .from(payments)
      .where(inArray(payments.id, [...ids])),
  );
  add(
    "disbursement",
    await db
      .select({ id: disbursements.id, text: disbursements.code, at: disbursements.code })
      .from(disbursements)
      .where(inArray(disbursements.id, [...ids])),
  );
  add(
    "return",
    await db
      .select({ id: returnRequests.id, text: returnRequests.code, at: returnRequests.code })
      .from(returnRequests)
      .where(inArray(returnRequests.id, [...ids])),
  );
  add(
    "household",
    await db
      .select({ id: households.id, text: households.name, at: households.slug })
      .from(households)
      .where(inArray(households.id, [...ids])),
  );
  add("order", await cardThings(db, ids));
  return named;
}

/** Charges, refunds and disputes are known by the order that was paid, under our ids and the provider's. */
async function cardThings(db: ReadDatabase, ids: readonly string[]): Promise<Named[]> {
  const charges = await db
    .select({
      chargeId: cardCharges.id,
      refundId: cardRefunds.id,
      providerRefundId: cardRefunds.providerRefundId,
      disputeId: cardDisputes.id,
      text: payments.reference,
    })
    .from(cardCharges)
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .leftJoin(cardRefunds, eq(cardRefunds.chargeId, cardCharges.id))
    .leftJoin(cardDisputes, eq(cardDisputes.chargeId, cardCharges.id))
    .where(inArray(cardCharges.id, await chargesOf(db, ids)));
  return charges.flatMap(({ text, ...of }) =>
    Object.values(of)
      .filter((id): id is string => id !== null && ids.includes(id))
      .map((id) => ({ id, text, at: text })),
  );
}

async function chargesOf(db: ReadDatabase, ids: readonly string[]): Promise<string[]> {
  const wanted = [...ids];
  const refunds = await db
    .select({ chargeId: cardRefunds.chargeId })
    .from(cardRefunds)
    .where(inArray(cardRefunds.id, wanted));
  const told = await db
    .select({ chargeId: cardRefunds.chargeId })
    .from(cardRefunds)
    .where(inArray(cardRefunds.providerRefundId, wanted));
  const disputes = await db
    .select({ chargeId: cardDisputes.chargeId })
    .from(cardDisputes)
    .where(inArray(cardDisputes.id, wanted));
  return [...wanted, ...[...refunds, ...told, ...disputes].map(({ chargeId }) => chargeId)];
}
