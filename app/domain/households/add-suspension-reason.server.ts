import { eq } from "drizzle-orm";
import { householdEvents, households } from "~db/schema/households";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { newId } from "~/platform/ids";

/** A suspended household is to be suspended for one reason more: it reads both, and hears of it as of the first. */
export async function addSuspensionReason(
  tx: Transaction,
  { householdId, reason, actorId }: { householdId: string; reason: string; actorId: string },
): Promise<void> {
  const [household] = await tx
    .select({ status: households.status, statusReason: households.statusReason })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  invariant(household?.status === "suspended", "only a suspended household has reasons for it");
  const statusReason = [household.statusReason, reason].filter((text) => text !== null).join("\n");
  await tx.update(households).set({ statusReason }).where(eq(households.id, householdId));
  await tx.insert(householdEvents).values({
    id: newId("hev"),
    householdId,
    fromStatus: "suspended",
    toStatus: "suspended",
    reason,
    actorId,
    occurredAt: now(),
  });
}
