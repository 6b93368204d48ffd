import { and, eq, inArray } from "drizzle-orm";
import { householdMembers, households } from "~db/schema/households";
import type { Transaction } from "~/platform/db.server";

/** Households of this person that are reached by the number `from` (ten digits) are reached by `to`; answers which. */
export async function moveHouseholdPhone(
  tx: Transaction,
  { userId, from, to }: { userId: string; from: string; to: string },
): Promise<string[]> {
  const theirs = tx
    .select({ id: householdMembers.householdId })
    .from(householdMembers)
    .where(eq(householdMembers.userId, userId));
  const moved = await tx
    .update(households)
    .set({ phone: to })
    .where(and(inArray(households.id, theirs), eq(households.phone, from)))
    .returning({ id: households.id });
  return moved.map(({ id }) => id);
}
