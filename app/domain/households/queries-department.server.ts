import { and, asc, count, desc, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import { alias } from "~db/dialect";
import { auditEntries } from "~db/schema/audit";
import { products } from "~db/schema/catalog";
import { householdEvents, householdMembers, households } from "~db/schema/households";
import { phoneChanges, users } from "~db/schema/identity";
import { communes } from "~db/schema/places";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { normalisePhone } from "../identity/phone";
import { fold } from "~/platform/fold";
import type { HouseholdStatus } from "./household-status";
import type { HouseholdPage, RecentDecision, WaitingHousehold } from "./types-department";

const PAGE_SIZE = 30;
const NEWEST_FIRST = [desc(households.createdAt), desc(households.id)];

const dossier = {
  id: households.id,
  slug: households.slug,
  name: households.name,
  kind: households.kind,
  contactName: households.contactName,
  phone: households.phone,
  addressLine: households.addressLine,
  communeName: communes.name,
  story: households.story,
  status: households.status,
  statusReason: households.statusReason,
  isSample: households.isSample,
  createdAt: households.createdAt,
};

/** The state of a household, for a command to decide on; null when there is none. */
export async function householdStatusOf(
  db: ReadDatabase,
  householdId: string,
): Promise<HouseholdStatus | null> {
  const [row] = await db
    .select({ status: households.status })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  return row?.status ?? null;
}

export async function countWaitingHouseholds(): Promise<number> {
  return reader().$count(households, eq(households.status, "pending"));
}

const holders = alias(users, "holders");
const helpers = alias(users, "helpers");

/** The households that wait for a decision, the longest waiting first. */
export async function listWaitingHouseholds(limit: number): Promise<WaitingHousehold[]> {
  const isByHelper = and(
    eq(auditEntries.subjectKind, "household"),
    eq(auditEntries.subjectId, households.id),
    eq(auditEntries.action, "household.register"),
    eq(auditEntries.actorKind, "agent"),
  );
  const rows = await reader()
    .select({ ...dossier, helperName: helpers.fullName, phoneProvenAt: holders.phoneProvenAt })
    .from(households)
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .leftJoin(holders, eq(holders.phone, households.phone))
    .leftJoin(auditEntries, isByHelper)
    .leftJoin(helpers, eq(helpers.id, auditEntries.actorId))
    .where(eq(households.status, "pending"))
    .orderBy(asc(households.createdAt), asc(households.id))
    .limit(limit);
  return rows.map(({ phoneProvenAt, ...row }) => ({
    ...row,
    isPhoneProven: phoneProvenAt !== null,
  }));
}

/** Households in one state, or all for null, and in which the typed text is found, the newest first, 30 a page. */
export async function listHouseholds(asked: {
  status: HouseholdStatus | null;
  text: string;
  page: number;
}): Promise<HouseholdPage> {
  const isInState = asked.status === null ? undefined : eq(households.status, asked.status);
  const ids = await findIds(isInState, asked.text);
  const pageCount = Math.max(1, Math.ceil(ids.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked.page), pageCount);
  const shown = ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const rows = await reader()
    .select(dossier)
    .from(households)
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(inArray(households.id, shown))
    .orderBy(...NEWEST_FIRST);
  const published = await countPublished(shown);
  return {
    households: rows.map((row) => ({ ...row, publishedCount: published.get(row.id) ?? 0 })),
    page,
    pageCount,
    householdCount: ids.length,
  };
}

/**
 * Whose name, person and commune have all of the typed words, with accents or without; of a phone whose own it is or a
 * member's. A province has some thousands; words are looked for in memory, because accents are folded here and not in SQL.
 */
async function findIds(isInState: SQL | undefined, text: string): Promise<string[]> {
  const phone = normalisePhone(text);
  const rows = await reader()
    .select({
      id: households.id,
      name: households.name,
      contactName: households.contactName,
      communeName: communes.name,
    })
    .from(households)
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(and(isInState, phone === null ? undefined : isReachedBy(phone)))
    .orderBy(...NEWEST_FIRST);
  const words = phone === null ? fold(text).split(" ").filter(Boolean) : [];
  const hasAll = ({ name, contactName, communeName }: (typeof rows)[number]) => {
    const folded = fold(`${name} ${contactName} ${communeName}`);
    return words.every((word) => folded.includes(word));
  };
  return (words.length === 0 ? rows : rows.filter(hasAll)).map(({ id }) => id);
}

function isReachedBy(phone: string): SQL | undefined {
  const ofMember = reader()
    .select({ id: householdMembers.householdId })
    .from(householdMembers)
    .innerJoin(users, eq(users.id, householdMembers.userId))
    .where(eq(users.phone, phone));
  // Whoever was told on the old number that it was changed calls from there.
  const ofFormer = reader()
    .select({ id: householdMembers.householdId })
    .from(householdMembers)
    .innerJoin(phoneChanges, eq(phoneChanges.userId, householdMembers.userId))
    .where(eq(phoneChanges.oldPhone, phone));
  return or(
    eq(households.phone, phone),
    inArray(households.id, ofMember),
    inArray(households.id, ofFormer),
  );
}

async function countPublished(householdIds: string[]): Promise<Map<string, number>> {
  const rows = await reader()
    .select({ id: products.householdId, count: count() })
    .from(products)
    .where(and(inArray(products.householdId, householdIds), eq(products.status, "published")))
    .groupBy(products.householdId)
    .limit(PAGE_SIZE);
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** What was decided about households lately. */
export async function listHouseholdDecisions(limit: number): Promise<RecentDecision[]> {
  return (
    reader()
      .select({
        id: householdEvents.id,
        slug: households.slug,
        name: households.name,
        toStatus: householdEvents.toStatus,
        reason: householdEvents.reason,
        decidedBy: users.fullName,
        occurredAt: householdEvents.occurredAt,
      })
      .from(householdEvents)
      .innerJoin(households, eq(households.id, householdEvents.householdId))
      .leftJoin(users, eq(users.id, householdEvents.actorId))
      // Without a state before, it is the registration itself.
      .where(isNotNull(householdEvents.fromStatus))
      .orderBy(desc(householdEvents.occurredAt), desc(householdEvents.id))
      .limit(limit)
  );
}

/** Which household it is, what it is called and the state it is in; null when there is none. */
export async function householdStateOf(slug: string) {
  const [row] = await reader()
    .select({ id: households.id, name: households.name, status: households.status })
    .from(households)
    .where(eq(households.slug, slug))
    .limit(1);
  return row ?? null;
}
