import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { CardProvider } from "~/domain/payments/card-provider";
import { openCardProvider } from "~/domain/payments/open-card-provider.server";
import { askCardWord } from "~/domain/settlement/ask-card-word.server";
import { compareBooks } from "~/domain/settlement/compare-books.server";
import { finishRun } from "~/domain/settlement/finish-run.server";
import type { Comparison } from "~/domain/settlement/reconciliation";
import { renewRun } from "~/domain/settlement/renew-run.server";
import { takeRun } from "~/domain/settlement/take-run.server";
import { pause } from "~/platform/clock.server";
import { inTransaction, readSnapshot } from "~/platform/db.server";
import { errorFields, logger } from "~/platform/logger.server";
import { MINUTE_MS } from "~/platform/period";

const RENEW_AFTER_MS = 5 * MINUTE_MS;
const RENEWALS_MAX = 288;

/**
 * Does the reconciliation that waits to be done, if any. The card provider is asked first and outside of any transaction;
 * the books are read from a snapshot, and nobody waits for it. What a process leaves undone another one takes up.
 */
export async function advanceReconciliation(
  provider: CardProvider | null = openCardProvider(),
): Promise<void> {
  const run = await inTransaction(takeRun);
  if (run === null) return;
  const comparison = await renewing(run, compare(provider));
  const finished = await inTransaction(async (tx) => {
    const done = await finishRun(tx, { run, comparison });
    if (done === null) return null;
    await recordAction(tx, {
      actor: SYSTEM,
      action: "reconciliation.finish",
      subject: { kind: "reconciliation", id: run.id },
      after: done,
    });
    return done;
  });
  if (finished?.status === "differs") logger.error("the books differ", finished);
}

/** A run of a million lines takes its time: until it is done it is said to be at work, for a day at most. */
async function renewing<Value>(
  run: { id: string; takenAt: number },
  work: Promise<Value>,
): Promise<Value> {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  for (let turn = 0; turn < RENEWALS_MAX; turn += 1) {
    await Promise.race([over, pause(RENEW_AFTER_MS)]);
    if (isOver) break;
    await inTransaction((tx) => renewRun(tx, run));
  }
  return over;
}

async function compare(provider: CardProvider | null): Promise<Comparison | null> {
  try {
    const word = await askCardWord(provider);
    return await readSnapshot((db) => compareBooks(db, word));
  } catch (error) {
    logger.error("the books could not be compared", errorFields(error));
    return null;
  }
}

/** The same while the person who asked waits for so long, so that a small shop's is done when their next page opens. */
export async function advanceReconciliationFor(milliseconds: number): Promise<void> {
  const done = advanceReconciliation().catch((error: unknown) => {
    logger.error("a reconciliation failed", errorFields(error));
  });
  await Promise.race([done, pause(milliseconds)]);
}
