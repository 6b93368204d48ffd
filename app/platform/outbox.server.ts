import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { outboxMessages } from "../../db/schema/outbox";
import { now } from "./clock.server";
import { inTransaction, reader, type Transaction } from "./db.server";
import { newId } from "./ids";
import { errorFields, logger } from "./logger.server";

/** Does the work of one kind of message; it may run again after a crash, so it must be idempotent. */
export type OutboxHandler = (payload: unknown) => Promise<void>;
export type OutboxHandlers = Readonly<Record<string, OutboxHandler>>;

// Eight attempts in about 33 minutes, as bank notice providers do.
const RETRY_MINUTES = [1, 1, 2, 3, 5, 8, 13];
const BATCH_SIZE = 20;

export type OutboxInput = { kind: string; key: string; payload: unknown; delayMs?: number };

/** Records work to do after this transaction commits. The same key is recorded once. */
export async function enqueueOutbox(tx: Transaction, message: OutboxInput): Promise<void> {
  const time = now();
  await tx
    .insert(outboxMessages)
    .values({
      id: newId("obx"),
      kind: message.kind,
      key: message.key,
      payload: message.payload,
      createdAt: time,
      availableAt: time + (message.delayMs ?? 0),
    })
    .onConflictDoNothing();
}

/** Runs the messages that are due, oldest first, a bounded batch; answers how many it ran. */
export async function runOutbox(handlers: OutboxHandlers): Promise<number> {
  const due = await reader()
    .select()
    .from(outboxMessages)
    .where(
      and(
        isNull(outboxMessages.completedAt),
        isNull(outboxMessages.abandonedAt),
        lte(outboxMessages.availableAt, now()),
      ),
    )
    .orderBy(asc(outboxMessages.availableAt))
    .limit(BATCH_SIZE);
  for (const message of due) await runMessage(message, handlers);
  return due.length;
}

async function runMessage(message: typeof outboxMessages.$inferSelect, handlers: OutboxHandlers) {
  const attemptCount = message.attemptCount + 1;
  try {
    const handler = handlers[message.kind];
    if (!handler) throw new Error(`no handler for ${message.kind}`);
    await handler(message.payload);
    await update(message.id, { attemptCount, completedAt: now(), lastError: null });
  } catch (error) {
    logger.warn("outbox message failed", {
      kind: message.kind,
      attemptCount,
      ...errorFields(error),
    });
    const waitMinutes = RETRY_MINUTES[attemptCount - 1];
    await update(message.id, {
      attemptCount,
      lastError: error instanceof Error ? error.message.slice(0, 500) : "unknown",
      ...(waitMinutes === undefined
        ? { abandonedAt: now() }
        : { availableAt: now() + waitMinutes * 60_000 }),
    });
  }
}

async function update(id: string, change: Partial<typeof outboxMessages.$inferInsert>) {
  await inTransaction(async (tx) => {
    await tx.update(outboxMessages).set(change).where(eq(outboxMessages.id, id));
  });
}
