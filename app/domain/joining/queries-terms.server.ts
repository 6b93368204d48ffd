import { count, desc, eq, gte, and } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { sellerTerms, termsAcceptances } from "~db/schema/joining-terms";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { announcedOn, inForceOn } from "./terms-order";
import type { HouseholdTerms, TermsVersion } from "./types-terms";

/** Nobody publishes more; the newest are shown. */
const VERSIONS_MAX = 100;

/** All versions, the newest first. */
export async function listTerms(db: ReadDatabase = reader()): Promise<TermsVersion[]> {
  return db
    .select({
      number: sellerTerms.number,
      textVi: sellerTerms.textVi,
      textEn: sellerTerms.textEn,
      changeVi: sellerTerms.changeVi,
      changeEn: sellerTerms.changeEn,
      effectiveOn: sellerTerms.effectiveOn,
      isSample: sellerTerms.isSample,
    })
    .from(sellerTerms)
    .orderBy(desc(sellerTerms.number))
    .limit(VERSIONS_MAX);
}

/** The version in force today; null where there is none. */
export async function findTermsInForce(db: ReadDatabase = reader()): Promise<TermsVersion | null> {
  return inForceOn(await listTerms(db), localDateOf(now()));
}

/** How many households have said yes to each version. */
export async function countAcceptances(): Promise<Map<number, number>> {
  const rows = await reader()
    .select({ number: termsAcceptances.number, count: count() })
    .from(termsAcceptances)
    .groupBy(termsAcceptances.number)
    .limit(VERSIONS_MAX);
  return new Map(rows.map((row) => [row.number, row.count]));
}

/** What is asked of a household, what is to come, and what it has agreed to. */
export async function findHouseholdTerms(householdId: string): Promise<HouseholdTerms> {
  const today = localDateOf(now());
  const versions = await listTerms();
  const accepted = await reader()
    .select({
      number: termsAcceptances.number,
      acceptedAt: termsAcceptances.acceptedAt,
      memberName: users.fullName,
      isSample: termsAcceptances.isSample,
    })
    .from(termsAcceptances)
    .leftJoin(users, eq(users.id, termsAcceptances.userId))
    .where(eq(termsAcceptances.householdId, householdId))
    .orderBy(desc(termsAcceptances.number))
    .limit(VERSIONS_MAX);
  const newest = accepted[0]?.number ?? 0;
  const current = inForceOn(versions, today);
  return {
    asked: current !== null && current.number > newest ? current : null,
    announced: announcedOn(versions, today).find(({ number }) => number > newest) ?? null,
    accepted,
  };
}

/** Whether this household may offer more: it has said yes to the version in force, or to one that comes after it. */
export async function hasAcceptedTerms(db: ReadDatabase, householdId: string): Promise<boolean> {
  const current = await findTermsInForce(db);
  if (current === null) return true;
  const [row] = await db
    .select({ number: termsAcceptances.number })
    .from(termsAcceptances)
    .where(
      and(
        eq(termsAcceptances.householdId, householdId),
        gte(termsAcceptances.number, current.number),
      ),
    )
    .limit(1);
  return row !== undefined;
}
