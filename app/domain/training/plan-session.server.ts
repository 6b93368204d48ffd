import { eq } from "drizzle-orm";
import { trainingEvents, trainingSessions } from "~db/schema/training";
import { isHelper } from "~/domain/households/queries-helpers.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId, randomBytes } from "~/platform/ids";
import { READABLE_CODE_BYTES, readableCode } from "~/platform/readable-code";
import { fail, succeed, type Result } from "~/platform/result";
import type { SessionPlan } from "./types";

export type NewSession = SessionPlan & { sessionId: string; actorId: string | null };

/** One more session; the same form sent twice plans one. */
export async function planSession(
  tx: Transaction,
  { sessionId, actorId, ...plan }: NewSession,
): Promise<Result<{ isNew: boolean }, "helper_unknown">> {
  const known = await tx.$count(trainingSessions, eq(trainingSessions.id, sessionId));
  if (known > 0) return succeed({ isNew: false });
  if (plan.helperId !== null && !(await isHelper(tx, plan.helperId))) return fail("helper_unknown");
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
