import { and, desc, eq, gt, isNotNull, isNull, max, or, type SQL } from "drizzle-orm";
import { householdMembers, households } from "~db/schema/households";
import { entryCodes } from "~db/schema/households-entry";
import { phoneCodes, users } from "~db/schema/identity";
import { communes } from "~db/schema/places";
import { isPending } from "~/domain/identity/phone-code-limits";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { ENTRY_NEWS_MS } from "./entry-code-terms";
import type { EntryCode } from "./types-entry";

const MAX_ROWS = 50;

/** The digits with this id, or null. Who may see them the caller asks. */
export async function findEntryCode(db: ReadDatabase, codeId: string): Promise<EntryCode | null> {
  const [found] = await select(db, eq(entryCodes.id, codeId));
  return found ?? null;
}

/** What was handed to a household of the scope, the newest first; at most 50. */
export async function listEntryCodes(scope: Scope, householdId: string): Promise<EntryCode[]> {
  if (!isInScope(scope, householdId)) return [];
  return select(reader(), eq(entryCodes.householdId, householdId));
}

/** What its members should hear of above all else: codes of officers that are open, and any that was used lately. */
export async function listEntryNews(scope: Scope, householdId: string): Promise<EntryCode[]> {
  const since = now() - ENTRY_NEWS_MS;
  const isNews = or(gt(entryCodes.usedAt, since), gt(entryCodes.madeAt, since));
  const ofHousehold = and(eq(entryCodes.householdId, householdId), isNull(entryCodes.refusedAt));
  if (!isInScope(scope, householdId)) return [];
  const codes = await select(reader(), and(ofHousehold, isNews));
  return codes.filter(({ usedAt, recognisedBy, isOpen }) =>
    usedAt === null ? isOpen && recognisedBy !== null : true,
  );
}

/** The one by which somebody came in last, or null: nobody has. */
export async function findUsedEntryCode(
  db: ReadDatabase,
  householdId: string,
): Promise<EntryCode | null> {
  const isUsed = isNotNull(entryCodes.usedAt);
  const [found] = await select(db, and(eq(entryCodes.householdId, householdId), isUsed));
  return found ?? null;
}

/** Whether this person last came in by digits that a helper handed over: whoever typed them chose the password. */
export async function cameInByHelper(db: ReadDatabase, userId: string): Promise<boolean> {
  const isUsed = isNotNull(entryCodes.usedAt);
  const [found] = await select(db, and(eq(entryCodes.userId, userId), isUsed));
  return found !== undefined && found.recognisedBy === null;
}

/** Whether the household has said no to digits that this person handed over. */
export async function hasRefusedCodeOf(
  db: ReadDatabase,
  { agentId, householdId }: { agentId: string; householdId: string },
): Promise<boolean> {
  const isTheirs = and(eq(entryCodes.householdId, householdId), eq(entryCodes.madeById, agentId));
  return (await db.$count(entryCodes, and(isTheirs, isNotNull(entryCodes.refusedAt)))) > 0;
}

/** What was handed over for the same account after this one, the newest first. */
export async function listLaterEntryCodes(
  db: ReadDatabase,
  { id, userId, madeAt }: EntryCode,
): Promise<EntryCode[]> {
  const isLater = or(
    gt(entryCodes.madeAt, madeAt),
    and(eq(entryCodes.madeAt, madeAt), gt(entryCodes.id, id)),
  );
  return select(db, and(eq(entryCodes.userId, userId), isLater));
}

async function select(db: ReadDatabase, wanted: SQL | undefined): Promise<EntryCode[]> {
  const rows = await db
    .select({ row: entryCodes, makerName: users.fullName, digits: phoneCodes })
    .from(entryCodes)
    .innerJoin(users, eq(users.id, entryCodes.madeById))
    .leftJoin(phoneCodes, eq(phoneCodes.id, entryCodes.id))
    .where(wanted)
    .orderBy(desc(entryCodes.madeAt), desc(entryCodes.id))
    .limit(MAX_ROWS);
  return rows.map(({ row, makerName, digits }) => {
    const { madeById: makerId, refusedById: _refuser, ...facts } = row;
    const isOpen = digits !== null && isPending(digits) && now() < digits.expiresAt;
    return { ...facts, makerId, makerName, isOpen };
  });
}

/** How many this officer has handed over since yesterday. */
export async function countEntryCodes(db: ReadDatabase, madeById: string): Promise<number> {
  const isTheirs = eq(entryCodes.madeById, madeById);
  return db.$count(entryCodes, and(isTheirs, gt(entryCodes.madeAt, now() - DAY_MS)));
}

/** When a member of this household last came in by an officer's code that nobody has refused; null: never. */
export async function lastOfficerEntry(
  db: ReadDatabase,
  householdId: string,
): Promise<number | null> {
  const [row] = await db
    .select({ usedAt: max(entryCodes.usedAt) })
    .from(entryCodes)
    .innerJoin(householdMembers, eq(householdMembers.userId, entryCodes.userId))
    .where(
      and(
        eq(householdMembers.householdId, householdId),
        isNotNull(entryCodes.recognisedBy),
        isNull(entryCodes.refusedAt),
      ),
    );
  return row?.usedAt ?? null;
}

/** When this person last came in by an officer's code that nobody has refused; null: never. */
export async function lastOfficerEntryOf(db: ReadDatabase, userId: string): Promise<number | null> {
  const isOfficers = and(isNotNull(entryCodes.recognisedBy), isNull(entryCodes.refusedAt));
  const [row] = await db
    .select({ usedAt: max(entryCodes.usedAt) })
    .from(entryCodes)
    .where(and(eq(entryCodes.userId, userId), isOfficers));
  return row?.usedAt ?? null;
}

/** What an officer reads of a household that asks for a code, or null. */
export async function findEntryHousehold(slug: string, db: ReadDatabase = reader()) {
  const [row] = await db
    .select({
      id: households.id,
      slug: households.slug,
      name: households.name,
      contactName: households.contactName,
      phone: households.phone,
      communeName: communes.name,
      addressLine: households.addressLine,
      status: households.status,
    })
    .from(households)
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(eq(households.slug, slug))
    .limit(1);
  return row ?? null;
}

/** The member whose account a household comes in by: who has its phone, else who has been there longest; null: nobody. */
export async function findEntryMember(
  db: ReadDatabase,
  household: { id: string; phone: string },
): Promise<{ userId: string; phone: string } | null> {
  const members = await db
    .select({ userId: users.id, phone: users.phone })
    .from(householdMembers)
    .innerJoin(users, eq(users.id, householdMembers.userId))
    .where(
      and(
        eq(householdMembers.householdId, household.id),
        eq(users.role, "household_member"),
        isNull(users.deletedAt),
      ),
    )
    .orderBy(users.id)
    .limit(MAX_ROWS);
  return members.find(({ phone }) => phone === household.phone) ?? members[0] ?? null;
}
