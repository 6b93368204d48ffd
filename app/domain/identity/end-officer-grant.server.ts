import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { officerGrants } from "~db/schema/identity-officers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { noPassword } from "./passwords.server";
import { loadOfficerGrant } from "./queries-officers.server";

/**
 * Refused, or taken back, by any officer (null: at the server) while nobody has come in by it; name and phone of who was not agreed
 * to are kept no longer, and of who was the password that the asker knows opens nothing.
 */
export async function endOfficerGrant(
  tx: Transaction,
  { grantId, endedById }: { grantId: string; endedById: string | null },
): Promise<Result<{ userId: string | null }, "officer_grant_over">> {
  const grant = await loadOfficerGrant(tx, grantId);
  if (!grant || grant.state === "used" || grant.state === "ended")
    return fail("officer_grant_over");
  await tx
    .update(officerGrants)
    .set({
      phone: null,
      fullName: null,
      passwordHash: null,
      endedById,
      endedAt: now(),
    })
    .where(eq(officerGrants.id, grantId));
  if (grant.userId !== null && grant.agreedAt !== null) {
    await tx.update(users).set({ passwordHash: noPassword() }).where(eq(users.id, grant.userId));
  }
  return succeed({ userId: grant.userId });
}
