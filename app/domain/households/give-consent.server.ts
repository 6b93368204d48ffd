import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { delegations } from "~db/schema/households-delegations";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { addDays, localDateOf, startOfDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { hasStoppedSince } from "./queries-delegations.server";

export type GiveConsentFailure = "consent_gone" | "consent_too_old" | "consent_sheet_stopped";

/**
 * A household has said yes, or an officer has found that its sheet does. From now on the agent works for it, until its
 * days are over: whole days after the one on which it said yes, of a sheet with the one on which it was signed. An
 * earlier yes to the same agent ends.
 */
export async function giveConsent(
  tx: Transaction,
  { delegationId, checkedById }: { delegationId: string; checkedById: string | null },
): Promise<Result<{ isNew: boolean }, GiveConsentFailure>> {
  const [row] = await tx
    .select()
    .from(delegations)
    .where(eq(delegations.id, delegationId))
    .limit(1);
  if (!row || row.endedAt !== null) return fail("consent_gone");
  if (row.consentedAt !== null) return succeed({ isNew: false });
  const consentedAt = now();
  const { days, signedOn } = row;
  const expiresAt = startOfDate(
    signedOn === null ? addDays(localDateOf(consentedAt), days + 1) : addDays(signedOn, days),
  );
  if (expiresAt <= consentedAt) return fail("consent_too_old");
  if (signedOn !== null && (await hasStoppedSince(tx, { ...row, since: signedOn }))) {
    return fail("consent_sheet_stopped");
  }
  await tx
    .update(delegations)
    .set({ endedAt: consentedAt, endedBy: "renewal" })
    .where(
      and(
        eq(delegations.agentId, row.agentId),
        eq(delegations.householdId, row.householdId),
        isNotNull(delegations.consentedAt),
        isNull(delegations.endedAt),
      ),
    );
  await tx
    .update(delegations)
    .set({ consentedAt, expiresAt, checkedById })
    .where(eq(delegations.id, delegationId));
  return succeed({ isNew: true });
}
