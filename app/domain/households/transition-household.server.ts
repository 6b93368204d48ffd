import { eq } from "drizzle-orm";
import { householdEvents, households } from "~db/schema/households";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { mayMoveHousehold, type HouseholdStatus } from "./household-status";

export type HouseholdDecision = { slug: string; actorId: string | null };
export type RefusingDecision = HouseholdDecision & {
  /** What the household reads. */
  reason: string;
};

export type HouseholdMoved = {
  id: string;
  from: HouseholdStatus;
  /** False when somebody had decided the same before: nothing was written. */
  hasMoved: boolean;
};
export type HouseholdProblem = "household_not_found" | "household_already_decided";

export type HouseholdTransition = HouseholdDecision & {
  /** The states that the person who decided may have seen; from any other the decision is out of date. */
  from: readonly HouseholdStatus[];
  to: HouseholdStatus;
  reason: string | null;
};

/** Moves a household along the table of allowed moves, with its event. */
export async function transitionHousehold(
  tx: Transaction,
  { slug, from, to, reason, actorId }: HouseholdTransition,
): Promise<Result<HouseholdMoved, HouseholdProblem>> {
  const [household] = await tx
    .select({ id: households.id, status: households.status })
    .from(households)
    .where(eq(households.slug, slug))
    .limit(1);
  if (!household) return fail("household_not_found");
  const { id, status } = household;
  if (status === to) return succeed({ id, from: status, hasMoved: false });
  if (!from.includes(status)) return fail("household_already_decided");
  invariant(mayMoveHousehold(status, to), `a household does not move from ${status} to ${to}`);
  await tx
    .update(households)
    .set({ status: to, statusReason: reason })
    .where(eq(households.id, id));
  await tx.insert(householdEvents).values({
    id: newId("hev"),
    householdId: id,
    fromStatus: status,
    toStatus: to,
    reason,
    actorId,
    occurredAt: now(),
  });
  return succeed({ id, from: status, hasMoved: true });
}
