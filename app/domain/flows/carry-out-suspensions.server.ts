import { SYSTEM } from "~/domain/audit/actor";
import { endSuspension } from "~/domain/compliance/end-suspension.server";
import { listDueSuspensions } from "~/domain/compliance/queries-suspensions.server";
import { householdStatusOf } from "~/domain/households/queries-department.server";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { suspendIn } from "./suspend-household.server";
import { unlessItThrows } from "./unless-it-throws.server";

const BATCH_SIZE = 50;

/**
 * Suspends the households whose day has come, each with its entry in one transaction: a crash anywhere leaves it to the
 * next call. One that does not sell any more when its day comes is left as it is. What throws is tried again.
 */
export async function carryOutSuspensions(): Promise<{ isMore: boolean }> {
  const due = await listDueSuspensions(now(), BATCH_SIZE);
  let doneCount = 0;
  for (const one of due) {
    const isDone = await unlessItThrows("an announced suspension", one.id, () => carryOut(one));
    if (isDone) doneCount += 1;
  }
  return { isMore: doneCount === BATCH_SIZE };
}

type Due = { id: string; householdId: string; slug: string };

async function carryOut({ id, householdId, slug }: Due): Promise<Result<null, string>> {
  return inTransaction(async (tx) => {
    const isSelling = (await householdStatusOf(tx, householdId)) === "approved";
    const state = isSelling ? "carried_out" : "overtaken";
    const ended = await endSuspension(tx, { id, householdId, state, actorId: null });
    if (!ended || !isSelling) return succeed(null);
    const { reason } = ended;
    const grounds = { ground: "own_decision", suspensionId: id };
    const moved = await suspendIn(tx, { actor: SYSTEM, slug, reason, grounds });
    return moved.ok ? succeed(null) : moved;
  });
}
