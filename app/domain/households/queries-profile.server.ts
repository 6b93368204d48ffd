import { asc, desc, eq, inArray } from "drizzle-orm";
import { households, profileChanges } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { communes } from "~db/schema/places";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import type { RecentDecision } from "./types-department";
import type { OwnProfile, WaitingProfile } from "./types-profile";

/** What a household in the scope shows of itself, and what it last sent; null outside the scope. */
export async function findOwnProfile(
  scope: Scope,
  householdId: string,
): Promise<OwnProfile | null> {
  if (!isInScope(scope, householdId)) return null;
  const [household] = await reader()
    .select()
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  if (!household) return null;
  const [sent] = await reader()
    .select()
    .from(profileChanges)
    .where(eq(profileChanges.householdId, householdId))
    .orderBy(desc(profileChanges.sentAt), desc(profileChanges.id))
    .limit(1);
  return {
    householdId,
    slug: household.slug,
    name: household.name,
    shown: {
      story: household.story,
      storyEn: household.storyEn ?? "",
      photo: household.photo,
    },
    sent: sent
      ? {
          story: sent.story,
          storyEn: sent.storyEn ?? "",
          photo: sent.photo,
          status: sent.status,
          reason: sent.reason,
          sentAt: sent.sentAt,
        }
      : null,
  };
}

export async function countWaitingProfiles(): Promise<number> {
  return reader().$count(profileChanges, eq(profileChanges.status, "awaiting_approval"));
}

/** The profiles that wait for a decision, the longest waiting first. */
export async function listWaitingProfiles(limit: number): Promise<WaitingProfile[]> {
  const rows = await reader()
    .select({ change: profileChanges, household: households, communeName: communes.name })
    .from(profileChanges)
    .innerJoin(households, eq(households.id, profileChanges.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(eq(profileChanges.status, "awaiting_approval"))
    .orderBy(asc(profileChanges.sentAt), asc(profileChanges.id))
    .limit(limit);
  return rows.map(({ change, household, communeName }) => ({
    id: change.id,
    householdSlug: household.slug,
    householdName: household.name,
    communeName,
    before: {
      story: household.story,
      storyEn: household.storyEn ?? "",
      photo: household.photo,
    },
    after: { story: change.story, storyEn: change.storyEn ?? "", photo: change.photo },
    waitingSince: change.sentAt,
  }));
}

/** What was decided about profiles lately. */
export async function listProfileDecisions(limit: number): Promise<RecentDecision[]> {
  const rows = await reader()
    .select({
      id: profileChanges.id,
      slug: households.slug,
      name: households.name,
      toStatus: profileChanges.status,
      reason: profileChanges.reason,
      decidedBy: users.fullName,
      occurredAt: profileChanges.decidedAt,
    })
    .from(profileChanges)
    .innerJoin(households, eq(households.id, profileChanges.householdId))
    .leftJoin(users, eq(users.id, profileChanges.deciderId))
    .where(inArray(profileChanges.status, ["approved", "rejected"]))
    .orderBy(desc(profileChanges.decidedAt), desc(profileChanges.id))
    .limit(limit);
  return rows.map(({ occurredAt, ...row }) => ({ ...row, occurredAt: occurredAt ?? 0 }));
}

/** Whose profile a change is, and the state it is in; null when there is none. */
export async function profileStateOf(changeId: string) {
  const [row] = await reader()
    .select({ name: households.name, status: profileChanges.status })
    .from(profileChanges)
    .innerJoin(households, eq(households.id, profileChanges.householdId))
    .where(eq(profileChanges.id, changeId))
    .limit(1);
  return row ?? null;
}
