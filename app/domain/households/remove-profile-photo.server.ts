import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** Takes the photo that is shown off at once: whoever is on it need not wait for anyone. Answers its id. */
export async function removeProfilePhoto(
  tx: Transaction,
  scope: Scope,
  input: { householdId: string },
): Promise<Result<{ photoId: string | null }, "household_not_found">> {
  const { householdId } = input;
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const [household] = await tx
    .select({ photo: households.photo })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  if (!household) return fail("household_not_found");
  if (household.photo !== null) {
    await tx.update(households).set({ photo: null }).where(eq(households.id, householdId));
  }
  return succeed({ photoId: household.photo?.id ?? null });
}
