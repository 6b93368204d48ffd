import { and, inArray, isNull, lte } from "drizzle-orm";
import { trainingAttendances, trainingSessions } from "~db/schema/training";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { addDays, localDateOf } from "~/platform/period";
import { PERSON_DAYS } from "./outcome";

const BATCH_MAX = 500;

export type ErasedPerson = { sessionId: string };

/**
 * Forgets name and phone of persons who have not become a household in time; they still count. Answers of which sessions
 * each was; at most 500 a call.
 */
export async function erasePersons(tx: Transaction): Promise<ErasedPerson[]> {
  const last = addDays(localDateOf(now()), -PERSON_DAYS);
  const { id, sessionId, householdId, erasedAt } = trainingAttendances;
  const old = tx
    .select({ id: trainingSessions.id })
    .from(trainingSessions)
    .where(lte(trainingSessions.heldOn, last));
  const due = tx
    .select({ id })
    .from(trainingAttendances)
    .where(and(isNull(householdId), isNull(erasedAt), inArray(sessionId, old)))
    .limit(BATCH_MAX);
  return tx
    .update(trainingAttendances)
    .set({ personName: null, personPhone: null, erasedAt: now() })
    .where(inArray(id, due))
    .returning({ sessionId });
}
