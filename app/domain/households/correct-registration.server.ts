import { and, eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import type { Transaction } from "~/platform/db.server";
import type { RegistrationWords } from "./registration-words";

/** Puts right what a household that waits for the department was registered with; its address here stays. */
export async function correctRegistration(
  tx: Transaction,
  { householdId, words }: { householdId: string; words: RegistrationWords },
): Promise<void> {
  const isWaiting = and(eq(households.id, householdId), eq(households.status, "pending"));
  await tx.update(households).set(words).where(isWaiting);
}
