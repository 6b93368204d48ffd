import { asc, eq } from "drizzle-orm";
import { householdSuspensions, keptContents } from "~db/schema/compliance-duties";
import { reader } from "~/platform/db.server";
import { isoInstant, localDateOf } from "~/platform/period";
import type { KeptContent, KeptPhoto } from "./kept-words";

const ROWS_MAX = 5_000;

/**
 * What this room knows of a household, for itself to take away: each suspension that it was told, and what is kept of its
 * products and words that were taken down. Which authority asked is for the department to say, and what buyers wrote is
 * theirs. The caller has found it in the scope.
 */
export async function loadComplianceFacts(householdId: string) {
  return {
    suspensions: await listSuspensions(householdId),
    takenDown: (await listOwnKept(householdId)).map(({ id, content, photos, takenAt, until }) => ({
      takenAt: isoInstant(takenAt),
      keptUntil: localDateOf(until),
      ...content,
      photos: shownOf(photos).map((_, i) => keptPhotoName(id, i)),
    })),
  };
}

/** The photos among them, at most `limit`: what each is called in the household's archive, and where it lies. */
export async function listKeptPhotosOf(householdId: string, limit: number) {
  const kept = await listOwnKept(householdId);
  return kept
    .flatMap(({ id: keptId, photos }) =>
      shownOf(photos).map(({ id }, i) => ({ name: keptPhotoName(keptId, i), keptId, photoId: id })),
    )
    .slice(0, limit);
}

function keptPhotoName(keptId: string, i: number): string {
  return `${keptId}-${i + 1}.jpg`;
}

function shownOf(photos: readonly KeptPhoto[]): KeptPhoto[] {
  return photos.filter(({ isLost }) => !isLost);
}

async function listSuspensions(householdId: string) {
  const rows = await reader()
    .select()
    .from(householdSuspensions)
    .where(eq(householdSuspensions.householdId, householdId))
    .orderBy(asc(householdSuspensions.toldAt), asc(householdSuspensions.id))
    .limit(ROWS_MAX);
  return rows.map(({ ground, reason, toldAt, effectiveAt, state, endedAt }) => ({
    ground,
    reason,
    toldAt: isoInstant(toldAt),
    effectiveAt: isoInstant(effectiveAt),
    state,
    endedAt: endedAt === null ? null : isoInstant(endedAt),
  }));
}

async function listOwnKept(householdId: string) {
  const { id, content, photos, takenAt, keepUntil } = keptContents;
  const rows = await reader()
    .select({ id, content, photos, takenAt, until: keepUntil })
    .from(keptContents)
    .where(eq(keptContents.householdId, householdId))
    .orderBy(asc(takenAt), asc(id))
    .limit(ROWS_MAX);
  return rows.filter((row) => isOwn(row.content));
}

function isOwn(content: KeptContent): boolean {
  if (content.kind === "product") return true;
  return content.postKind === "reply" || content.postKind === "answer";
}
