import { eq } from "drizzle-orm";
import { officerGrants } from "~db/schema/identity-officers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { equalsInConstantTime } from "~/platform/keys.server";
import { fail, succeed, type Result } from "~/platform/result";
import { grantCode } from "./agree-officer-grant.server";
import { loadUsableGrant } from "./queries-officers.server";

export type UseOfficerGrantCode = "officer_no_grant" | "officer_code_wrong";

/** Somebody sets up their second step by the code that the agreeing officer was told; it serves once. */
export async function useOfficerGrant(
  tx: Transaction,
  { userId, code }: { userId: string; code: string },
): Promise<Result<null, UseOfficerGrantCode>> {
  const grant = await loadUsableGrant(tx, userId);
  if (!grant) return fail("officer_no_grant");
  if (!equalsInConstantTime(grantCode(grant), code)) return fail("officer_code_wrong");
  await tx.update(officerGrants).set({ usedAt: now() }).where(eq(officerGrants.id, grant.id));
  return succeed(null);
}
