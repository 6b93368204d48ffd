import { asc, inArray } from "drizzle-orm";
import { noticeFeed, notices } from "~db/schema/notices";
import { now } from "~/platform/clock.server";
import { inTransaction, reader, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { noticesOf } from "./notices-of-event";
import { loadEvents } from "./queries-events.server";

/** At most so many a call, once a second: after a rush of buyers they hear a little later, and no checkout waits for it. */
const BATCH_SIZE = 30;

/**
 * Makes notices of what has happened since the last call, oldest first; answers how many events it took. An event's
 * line goes in the transaction that writes its notices, and no notice is written twice (unique key): a crash anywhere
 * takes back both, and of two processes the second finds the line gone.
 */
export async function takeEvents(): Promise<number> {
  // Most seconds nothing has happened: no lock is taken for that.
  const waiting = await reader().select({ seq: noticeFeed.seq }).from(noticeFeed).limit(1);
  return waiting.length === 0 ? 0 : inTransaction(takeBatch);
}

/** The same within a transaction. */
export async function takeBatch(tx: Transaction): Promise<number> {
  const rows = await tx.select().from(noticeFeed).orderBy(asc(noticeFeed.seq)).limit(BATCH_SIZE);
  const events = await loadEvents(tx, rows);
  const createdAt = now();
  const created = events.flatMap(noticesOf).map((notice) => ({
    id: newId("ntc"),
    ...notice,
    status: "waiting" as const,
    createdAt,
  }));
  if (created.length > 0) await tx.insert(notices).values(created).onConflictDoNothing();
  await tx.delete(noticeFeed).where(
    inArray(
      noticeFeed.seq,
      rows.map((row) => row.seq),
    ),
  );
  return rows.length;
}
