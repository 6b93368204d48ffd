import { and, asc, count, desc, eq, gte, inArray, isNull, max, or } from "drizzle-orm";
import { documentEvents, documents, products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { addDays, localDateOf, type LocalDate } from "~/platform/period";
import { licenceStateOf } from "./alcohol-licence";
import { LICENCE_KINDS } from "./document-kinds";
import { ALCOHOL_SETS } from "./ocop-sets";
import type { CheckedLicence, HouseholdPapers, LicenceNews, OwnLicence } from "./types-lot";

const LICENCES_MAX = 20;

/** The first day on which a household has no checked licence to sell alcohol any more; null without any. */
export async function findLicensedUntil(
  db: ReadDatabase,
  householdId: string,
): Promise<LocalDate | null> {
  const [row] = await db
    .select({ until: max(documents.expiresOn) })
    .from(documents)
    .where(
      and(
        eq(documents.householdId, householdId),
        inArray(documents.kind, [...LICENCE_KINDS]),
        eq(documents.status, "checked"),
      ),
    )
    .limit(1);
  return row?.until ?? null;
}

/** Until when a household may sell alcohol, for a command to decide on. */
export async function licensedUntilOf(
  db: ReadDatabase,
  householdId: string,
): Promise<LocalDate | null> {
  const [row] = await db
    .select({ licensedUntil: households.alcoholLicensedUntil })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  return row?.licensedUntil ?? null;
}

/** The tax code and the licences of a household in the scope, the newest first, or null. */
export async function findPapers(
  scope: Scope,
  householdId: string,
): Promise<HouseholdPapers | null> {
  if (!isInScope(scope, householdId)) return null;
  const [household] = await reader()
    .select({ kind: households.kind, taxCode: households.taxCode })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  if (!household) return null;
  return {
    ...household,
    licences: await listLicences(householdId),
    news: await findLicenceNews(householdId),
  };
}

async function listLicences(householdId: string): Promise<OwnLicence[]> {
  const rows = await reader()
    .select({ document: documents, checkedAt: documentEvents.occurredAt })
    .from(documents)
    .leftJoin(
      documentEvents,
      and(eq(documentEvents.documentId, documents.id), eq(documentEvents.toStatus, "checked")),
    )
    .where(and(eq(documents.householdId, householdId), inArray(documents.kind, [...LICENCE_KINDS])))
    .orderBy(desc(documents.createdAt), desc(documents.id))
    .limit(LICENCES_MAX);
  return rows.map(({ document, checkedAt }) => {
    const { id, kind, number, issuer, issuedOn, expiresOn, status, statusReason, isSample } =
      document;
    return {
      id,
      kind,
      number,
      issuer,
      issuedOn,
      expiresOn,
      status,
      statusReason,
      isSample,
      checkedAt: status === "checked" ? checkedAt : null,
    };
  });
}

/** What has ended stays on the list for so long, and then makes room for what is about to. */
const ENDED_DAYS = 30;

/** Checked licences of all households that run or have just ended, the first to run out first. */
export async function listCheckedLicences(limit: number): Promise<CheckedLicence[]> {
  const endedSince = addDays(localDateOf(now()), -ENDED_DAYS);
  const rows = await reader()
    .select({
      document: documents,
      householdName: households.name,
      communeName: communes.name,
    })
    .from(documents)
    .innerJoin(households, eq(households.id, documents.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(
      and(
        eq(documents.status, "checked"),
        inArray(documents.kind, [...LICENCE_KINDS]),
        or(isNull(documents.expiresOn), gte(documents.expiresOn, endedSince)),
      ),
    )
    .orderBy(asc(documents.expiresOn), asc(documents.id))
    .limit(limit);
  return rows.map(({ document, ...row }) => {
    const { id, kind, number, issuer, issuedOn, expiresOn, isSample } = document;
    return { id, kind, number, issuer, issuedOn, expiresOn, isSample, ...row };
  });
}

/** How the licence stands of a household that has alcohol; null for one that has none. */
export async function findLicenceNews(householdId: string): Promise<LicenceNews | null> {
  const [row] = await reader()
    .select({ licensedUntil: households.alcoholLicensedUntil, drinkCount: count() })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(and(eq(products.householdId, householdId), inArray(products.ocopSet, [...ALCOHOL_SETS])))
    .groupBy(households.id)
    .limit(1);
  if (!row) return null;
  const { licensedUntil } = row;
  return { state: licenceStateOf(licensedUntil, localDateOf(now())), until: licensedUntil };
}
