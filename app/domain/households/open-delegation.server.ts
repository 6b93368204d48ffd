import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { delegations } from "~db/schema/households-delegations";
import type { Power } from "~/domain/identity/powers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";
import { readableCode, READABLE_CODE_BYTES } from "~/platform/readable-code";
import { fail, succeed, type Result } from "~/platform/result";
import { TERMS_VERSION, type ConsentDays } from "./delegation-terms";
import { hasStoppedSince } from "./queries-delegations.server";

/** So many of one agent wait at a time: more are nobody's work of a week. */
const OPEN_MAX = 60;

export type ConsentEvidence =
  { way: "code"; codeId: string } | { way: "sheet"; sheetPhotoId: string; signedOn: LocalDate };
export type NewDelegation = {
  /** Of the form: sent twice it asks once. */
  delegationId: string;
  householdId: string;
  agentId: string;
  powers: Power[];
  days: ConsentDays;
  evidence: ConsentEvidence;
};
export type OpenDelegationFailure = "form_outdated" | "consents_waiting" | "consent_sheet_stopped";

/** A household is asked whether an agent may work for it; what this agent asked it before is void. */
export async function openDelegation(
  tx: Transaction,
  { delegationId, evidence, ...asked }: NewDelegation,
): Promise<Result<{ code: string; isNew: boolean }, OpenDelegationFailure>> {
  const [known] = await tx
    .select({
      code: delegations.code,
      agentId: delegations.agentId,
      householdId: delegations.householdId,
    })
    .from(delegations)
    .where(eq(delegations.id, delegationId))
    .limit(1);
  const isSame = known?.agentId === asked.agentId && known.householdId === asked.householdId;
  if (known && !isSame) return fail("form_outdated");
  if (known) return succeed({ code: known.code, isNew: false });
  if (
    evidence.way === "sheet" &&
    (await hasStoppedSince(tx, { ...asked, since: evidence.signedOn }))
  ) {
    return fail("consent_sheet_stopped");
  }
  const isOpen = and(isNull(delegations.consentedAt), isNull(delegations.endedAt));
  const ofAgent = and(isOpen, eq(delegations.agentId, asked.agentId));
  await tx
    .update(delegations)
    .set({ endedAt: now(), endedBy: "renewal" })
    .where(and(ofAgent, eq(delegations.householdId, asked.householdId)));
  if ((await tx.$count(delegations, ofAgent)) >= OPEN_MAX) return fail("consents_waiting");
  const code = readableCode("GH", randomBytes(READABLE_CODE_BYTES));
  await tx.insert(delegations).values({
    id: delegationId,
    code,
    ...asked,
    ...evidence,
    termsVersion: TERMS_VERSION,
    askedAt: now(),
  });
  return succeed({ code, isNew: true });
}
