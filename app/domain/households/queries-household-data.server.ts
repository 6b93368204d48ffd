import { asc, eq } from "drizzle-orm";
import {
  householdEvents,
  householdMembers,
  households,
  profileChanges,
} from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { users } from "~db/schema/identity";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { present } from "~/platform/invariant";

const ROWS_MAX = 5_000;
const isoOrNull = (instant: number | null) => (instant === null ? null : isoInstant(instant));

/** What this room knows of a household, for itself to take away; the caller has found it in the scope. */
export async function loadHouseholdFacts(householdId: string) {
  const [row] = await reader().select().from(households).where(eq(households.id, householdId));
  const { id: _, photo, createdAt, ...facts } = present(row, "a household of the scope");
  return {
    household: { ...facts, hasPhoto: photo !== null, createdAt: isoInstant(createdAt) },
    members: await listMembers(householdId),
    moves: await listMoves(householdId),
    profileChanges: await listProfileChanges(householdId),
    helpers: await listHelpers(householdId),
  };
}

function listMembers(householdId: string) {
  return reader()
    .select({ fullName: users.fullName, phone: users.phone })
    .from(householdMembers)
    .innerJoin(users, eq(users.id, householdMembers.userId))
    .where(eq(householdMembers.householdId, householdId))
    .limit(ROWS_MAX);
}

async function listMoves(householdId: string) {
  const rows = await reader()
    .select()
    .from(householdEvents)
    .where(eq(householdEvents.householdId, householdId))
    .orderBy(asc(householdEvents.id))
    .limit(ROWS_MAX);
  return rows.map(({ fromStatus, toStatus, reason, occurredAt }) => ({
    fromStatus,
    toStatus,
    reason,
    occurredAt: isoInstant(occurredAt),
  }));
}

async function listProfileChanges(householdId: string) {
  const rows = await reader()
    .select()
    .from(profileChanges)
    .where(eq(profileChanges.householdId, householdId))
    .orderBy(asc(profileChanges.id))
    .limit(ROWS_MAX);
  return rows.map(({ story, storyEn, status, reason, sentAt, decidedAt }) => ({
    story,
    storyEn,
    status,
    reason,
    sentAt: isoInstant(sentAt),
    decidedAt: isoOrNull(decidedAt),
  }));
}

async function listHelpers(householdId: string) {
  const rows = await reader()
    .select({ consent: delegations, name: users.fullName })
    .from(delegations)
    .innerJoin(users, eq(users.id, delegations.agentId))
    .where(eq(delegations.householdId, householdId))
    .orderBy(asc(delegations.id))
    .limit(ROWS_MAX);
  return rows.map(({ consent, name }) => ({
    code: consent.code,
    name,
    powers: consent.powers,
    way: consent.way,
    termsVersion: consent.termsVersion,
    askedAt: isoInstant(consent.askedAt),
    consentedAt: isoOrNull(consent.consentedAt),
    expiresAt: isoOrNull(consent.expiresAt),
    endedAt: isoOrNull(consent.endedAt),
    endedBy: consent.endedBy,
    endReason: consent.endReason,
  }));
}
