import { joiningItems, joiningSteps } from "~db/schema/joining";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";

/** All that is asked of who joins is waived for this household, so that it can be approved. */
export async function waiveTestJoining(householdId: string): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { id: itemId } of await tx.select().from(joiningItems)) {
      await tx.insert(joiningSteps).values({
        id: newId("jst"),
        householdId,
        itemId,
        step: "waived",
        reason: "Hộ thử nghiệm",
        occurredAt: now(),
      });
    }
  });
}
