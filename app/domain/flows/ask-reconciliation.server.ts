import { SYSTEM, type UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { askRun } from "~/domain/settlement/ask-run.server";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { addDays, localDateOf, MINUTE_MS, startOfDate } from "~/platform/period";
import { succeed, type Result } from "~/platform/result";

/** Lines of the last minutes of a day come in the first of the next. */
const AFTER_MIDNIGHT_MS = 30 * MINUTE_MS;

/** An officer asks how the books stand now. A timer does the work: the answer is at once. */
export async function askReconciliation(
  actor: UserActor,
): Promise<Result<string, "reconciliation_running" | "reconciliation_done">> {
  return inTransaction(async (tx) => {
    const localDate = localDateOf(now());
    const asked = await askRun(tx, { localDate, askedById: actor.userId });
    if (!asked.ok) return asked;
    const subject = { kind: "reconciliation", id: asked.value } as const;
    await recordAction(tx, { actor, action: "reconciliation.ask", subject, after: { localDate } });
    return succeed(asked.value);
  });
}

/** The clock asks for the day that has ended, once. */
export async function askDailyReconciliation(): Promise<void> {
  const today = localDateOf(now());
  if (now() < startOfDate(today) + AFTER_MIDNIGHT_MS) return;
  const localDate = addDays(today, -1);
  await inTransaction(async (tx) => {
    const asked = await askRun(tx, { localDate, askedById: null });
    if (!asked.ok) return asked;
    const subject = { kind: "reconciliation", id: asked.value } as const;
    const action = "reconciliation.ask";
    await recordAction(tx, { actor: SYSTEM, action, subject, after: { localDate } });
    return succeed(null);
  });
}
