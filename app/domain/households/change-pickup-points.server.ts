import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { PICKUP_POINTS_MAX, type PickupPoint } from "./shipping-rules";

/** One point more, or the point with this id no more. */
export type PickupPointChange = { add: PickupPoint } | { removeId: string };
export type PickupPointCode = "household_not_found" | "too_many_pickup_points";
export type PickupPointsChanged = { before: PickupPoint[]; after: PickupPoint[] };

/**
 * Changes where buyers may come for the goods of a household in the scope; orders keep the point that they were placed
 * with. What is so already stays so: the form was sent twice. At most three, because a buyer has to choose.
 */
export async function changePickupPoints(
  tx: Transaction,
  scope: Scope,
  { householdId, change }: { householdId: string; change: PickupPointChange },
): Promise<Result<PickupPointsChanged, PickupPointCode>> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const [household] = await tx
    .select({ before: households.pickupPoints })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  if (!household) return fail("household_not_found");
  const { before } = household;
  const after = changed(before, change);
  if (after.length === before.length) return succeed({ before, after: before });
  if (after.length > PICKUP_POINTS_MAX) return fail("too_many_pickup_points");
  await tx.update(households).set({ pickupPoints: after }).where(eq(households.id, householdId));
  return succeed({ before, after });
}

function changed(before: PickupPoint[], change: PickupPointChange): PickupPoint[] {
  if ("removeId" in change) return before.filter((point) => point.id !== change.removeId);
  const isKnown = before.some((point) => point.id === change.add.id);
  return isKnown ? before : [...before, change.add];
}
