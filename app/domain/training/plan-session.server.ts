import { and, eq, gte } from "drizzle-orm";
import { trainingEvents, trainingSessions } from "~db/schema/training";
import { isHelper } from "~/domain/households/queries-helpers.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId, randomBytes } from "~/platform/ids";
import { READABLE_CODE_BYTES, readableCode } from "~/platform/readable-code";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import type { SessionPlan } from "./types";

/** A helper has at most so many sessions to come: everybody reads of them. */
const COMING_MAX = 10;

export type NewSession = SessionPlan & {
  sessionId: string;
  actorId: string | null;
  /** The helper who plans it; null: the department does. */
  plannerId: string | null;
};

export type PlanSessionCode = "helper_unknown" | "training_plans_full";

/** One more session; the same form sent twice plans one. */
export async function planSession(
  tx: Transaction,
  { sessionId, actorId, ...plan }: NewSession,
): Promise<Result<{ isNew: boolean }, PlanSessionCode>> {
  const known = await tx.$count(trainingSessions, eq(trainingSessions.id, sessionId));
  if (known > 0) return succeed({ isNew: false });
  if (plan.helperId !== null && !(await isHelper(tx, plan.helperId))) return fail("helper_unknown");
  if (plan.plannerId !== null && (await isFull(tx, plan.plannerId))) {
    return fail("training_plans_full");
  }
  const createdAt = now();
  await tx.insert(trainingSessions).values({
    id: sessionId,
    code: readableCode("TH", randomBytes(READABLE_CODE_BYTES)),
    ...plan,
    status: "planned",
    createdAt,
  });
  await tx.insert(trainingEvents).values({
    id: newId("tre"),
    sessionId,
    toStatus: "planned",
    actorId,
    occurredAt: createdAt,
  });
  return succeed({ isNew: true });
}

async function isFull(tx: Transaction, plannerId: string): Promise<boolean> {
  const { status, heldOn, plannerId: planner } = trainingSessions;
  const isComing = and(eq(status, "planned"), gte(heldOn, localDateOf(now())));
  return (await tx.$count(trainingSessions, and(eq(planner, plannerId), isComing))) >= COMING_MAX;
}
