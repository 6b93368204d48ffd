import { and, desc, eq, type SQL } from "drizzle-orm";
import { keptContents } from "~db/schema/compliance-duties";
import { households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { reader } from "~/platform/db.server";
import type { Kept, KeptLine, RequestAbout } from "./types";

const KEPT_A_PAGE = 50;

const line = {
  id: keptContents.id,
  kind: keptContents.kind,
  title: keptContents.title,
  householdName: households.name,
  takenAt: keptContents.takenAt,
  takenByName: users.fullName,
  keepUntil: keptContents.keepUntil,
};
const NEWEST_FIRST = [desc(keptContents.takenAt), desc(keptContents.id)];

/** What is kept of what was taken down, the latest first, 50 a page (from 1). */
export async function listKept(page: number): Promise<{ kept: KeptLine[]; pageCount: number }> {
  const total = await reader().$count(keptContents);
  const kept = await selectLines()
    .limit(KEPT_A_PAGE)
    .offset((page - 1) * KEPT_A_PAGE);
  return { kept, pageCount: Math.max(1, Math.ceil(total / KEPT_A_PAGE)) };
}

/** What is kept of one thing, or of all of a household; nothing of orders and people. */
export async function listKeptOf(about: RequestAbout | null): Promise<KeptLine[]> {
  const of = about === null ? null : isOf(about);
  return of === null ? [] : selectLines(of).limit(KEPT_A_PAGE);
}

function isOf({ kind, id }: RequestAbout): SQL | undefined | null {
  if (kind === "household") return eq(keptContents.householdId, id);
  if (kind !== "product" && kind !== "post") return null;
  return and(eq(keptContents.kind, kind), eq(keptContents.subjectId, id));
}

function selectLines(where?: SQL) {
  return reader()
    .select(line)
    .from(keptContents)
    .innerJoin(households, eq(households.id, keptContents.householdId))
    .innerJoin(users, eq(users.id, keptContents.takenById))
    .where(where)
    .orderBy(...NEWEST_FIRST)
    .$dynamic();
}

/** One kept copy; null when there is none, or it was forgotten. One whose time is over is read until the sweep. */
export async function findKept(id: string): Promise<Kept | null> {
  const [row] = await reader()
    .select({ ...line, content: keptContents.content, photos: keptContents.photos })
    .from(keptContents)
    .innerJoin(households, eq(households.id, keptContents.householdId))
    .innerJoin(users, eq(users.id, keptContents.takenById))
    .where(eq(keptContents.id, id))
    .limit(1);
  return row ?? null;
}
