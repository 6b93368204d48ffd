import { eq, inArray, isNull, max, or, and } from "drizzle-orm";
import { documentEvents, documents, lots, productEvents, products } from "~db/schema/catalog";
import { householdEvents, households, profileChanges } from "~db/schema/households";
import { joiningItems, joiningSteps } from "~db/schema/joining";
import { isLicence } from "~/domain/catalog/document-kinds";
import type { ReadDatabase } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { deadline } from "./notice-deadline";
import type { NoticeEvent } from "./types";

/** Before it is known which language the household reads. */
export type Found = Omit<NoticeEvent, "household"> & {
  household: { id: string; phone: string } | null;
};

export const ofHousehold = { id: households.id, phone: households.phone };

/** What became of products. */
export async function loadProductEvents(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      event: productEvents,
      productName: products.name,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(productEvents)
    .innerJoin(products, eq(products.id, productEvents.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .where(inArray(productEvents.id, ids));
  return rows.map(({ event, productName, ...of }) =>
    deskEvent("product", { ...event, subjectId: event.productId, name: productName, ...of }),
  );
}

/** What became of what households say of themselves. */
export async function loadProfileChanges(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({ change: profileChanges, household: ofHousehold, householdName: households.name })
    .from(profileChanges)
    .innerJoin(households, eq(households.id, profileChanges.householdId))
    .where(inArray(profileChanges.id, ids));
  return rows.map(({ change, householdName, household }) =>
    deskEvent("profile", {
      id: change.id,
      fromStatus: null,
      toStatus: change.status,
      reason: change.reason,
      occurredAt: change.decidedAt ?? change.sentAt,
      subjectId: change.id,
      name: householdName,
      household,
      householdName,
    }),
  );
}

/** What became of households, and what was sent back to them while they join. */
export async function loadHouseholdEvents(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  return [...(await loadHouseholdMoves(db, ids)), ...(await loadSentBack(db, ids))];
}

async function loadSentBack(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      step: joiningSteps,
      title: joiningItems.titleVi,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(joiningSteps)
    .innerJoin(joiningItems, eq(joiningItems.id, joiningSteps.itemId))
    .innerJoin(households, eq(households.id, joiningSteps.householdId))
    .where(inArray(joiningSteps.id, ids));
  return rows.map(({ step, title, ...of }) =>
    deskEvent("household", {
      id: step.id,
      fromStatus: null,
      toStatus: "item_sent_back",
      reason: step.reason,
      occurredAt: step.occurredAt,
      subjectId: step.householdId,
      name: title,
      ...of,
    }),
  );
}

async function loadHouseholdMoves(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({ event: householdEvents, household: ofHousehold, householdName: households.name })
    .from(householdEvents)
    .innerJoin(households, eq(households.id, householdEvents.householdId))
    .where(inArray(householdEvents.id, ids));
  return rows.map(({ event, householdName, household }) =>
    deskEvent("household", {
      ...event,
      subjectId: event.householdId,
      name: householdName,
      household,
      householdName,
    }),
  );
}

/** What the department made of papers; a licence that it has checked ends one day. */
export async function loadDocumentEvents(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const ofLot = or(isNull(documents.lotId), eq(documents.lotId, lots.id));
  const rows = await db
    .select({
      event: documentEvents,
      document: documents,
      household: ofHousehold,
      householdName: households.name,
      lotCode: max(lots.code),
    })
    .from(documentEvents)
    .innerJoin(documents, eq(documents.id, documentEvents.documentId))
    .innerJoin(households, eq(households.id, documents.householdId))
    .leftJoin(lots, and(eq(lots.productId, documents.productId), ofLot))
    .where(inArray(documentEvents.id, ids))
    .groupBy(documentEvents.id);
  return rows.map(({ event, document, lotCode, ...of }) => {
    const { id, kind, number, expiresOn, isSample } = document;
    const found = deskEvent("document", { ...event, subjectId: id, name: number, ...of });
    const facts = { ...found.facts, ...(lotCode ? { lotCode } : {}) };
    if (!isLicence(kind) || expiresOn === null) return { ...found, facts, isSample };
    return {
      ...found,
      facts,
      isSample,
      subjects: { ...found.subjects, licence: id },
      names: { ...found.names, licence: number },
      deadlines: deadline("household", startOfDate(expiresOn)),
    };
  });
}

type DeskRow = {
  id: string;
  fromStatus: string | null;
  toStatus: string;
  reason: string | null;
  occurredAt: number;
  subjectId: string;
  name: string;
  household: Found["household"];
  householdName: string;
};

/** What the department has decided about what a household sent it. */
export function deskEvent(
  source: "product" | "profile" | "household" | "document",
  row: DeskRow,
): Found {
  return {
    source,
    id: row.id,
    from: row.fromStatus,
    to: row.toStatus,
    by: null,
    way: null,
    occurredAt: row.occurredAt,
    isSample: false,
    subjects: { [source]: row.subjectId },
    names: { [source]: row.name },
    buyer: null,
    household: row.household,
    checkoutVnd: null,
    facts: { householdName: row.householdName, ...(row.reason ? { reason: row.reason } : {}) },
    deadlines: {},
  };
}
