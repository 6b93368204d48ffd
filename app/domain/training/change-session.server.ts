import { eq } from "drizzle-orm";
import { trainingSessions } from "~db/schema/training";
import { isHelper } from "~/domain/households/queries-helpers.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { isPlannedBy } from "./planner";
import { findSession, hasAttendances } from "./queries.server";
import type { SessionPlan, SessionScope } from "./types";

export type ChangeSessionCode =
  "training_not_found" | "training_over" | "training_day_stands" | "helper_unknown";

/** Changes what is planned, while the list is open; once somebody is on it, its day and commune stand. */
export async function changeSession(
  tx: Transaction,
  scope: SessionScope,
  { sessionId, plan }: { sessionId: string; plan: SessionPlan },
): Promise<Result<{ before: SessionPlan }, ChangeSessionCode>> {
  const before = await findSession(scope, sessionId, tx);
  if (!before || !isPlannedBy(scope, before)) return fail("training_not_found");
  if (before.status !== "planned") return fail("training_over");
  const isMoved = before.heldOn !== plan.heldOn || before.communeCode !== plan.communeCode;
  if (isMoved && (await hasAttendances(tx, sessionId))) return fail("training_day_stands");
  const isOther = plan.helperId !== null && plan.helperId !== before.helperId;
  if (isOther && !(await isHelper(tx, plan.helperId ?? ""))) return fail("helper_unknown");
  await tx.update(trainingSessions).set(plan).where(eq(trainingSessions.id, sessionId));
  return succeed({ before });
}
