import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import type { Transaction } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";

/** Until when a household may sell alcohol, as its checked licences say: on the row that every sale reads anyway. */
export async function setAlcoholLicence(
  tx: Transaction,
  { householdId, licensedUntil }: { householdId: string; licensedUntil: LocalDate | null },
): Promise<void> {
  await tx
    .update(households)
    .set({ alcoholLicensedUntil: licensedUntil })
    .where(eq(households.id, householdId));
}
