import { eq } from "drizzle-orm";
import { documentEvents, documents } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import type { DocumentForm } from "./forms-document";
import { loadOwnLot } from "./load-own-lot.server";

export type NewDocument = { lotCode: string; document: DocumentForm; actorId: string | null };
export type DocumentAdded = { productId: string; lotId: string | null; isNew: boolean };

/** What a household states of a paper that it holds; one that this form stated before stays. */
export async function addDocument(
  tx: Transaction,
  scope: Scope,
  { lotCode, document, actorId }: NewDocument,
): Promise<Result<DocumentAdded, "lot_not_found">> {
  const own = await loadOwnLot(tx, scope, lotCode);
  if (!own) return fail("lot_not_found");
  const { documentId, covers, expiresOn, ...facts } = document;
  const productId = own.product.id;
  const lotId = covers === "lot" ? own.lot.id : null;
  const [known] = await tx.select().from(documents).where(eq(documents.id, documentId)).limit(1);
  if (known && known.productId !== productId) return fail("lot_not_found");
  if (known) return succeed({ productId, lotId, isNew: false });
  const createdAt = now();
  await tx.insert(documents).values({
    id: documentId,
    householdId: own.product.householdId,
    productId,
    lotId,
    ...facts,
    expiresOn: expiresOn ?? null,
    status: "stated",
    isSample: own.product.isSample,
    createdAt,
  });
  await tx.insert(documentEvents).values({
    id: newId("dev"),
    documentId,
    fromStatus: null,
    toStatus: "stated",
    actorId,
    occurredAt: createdAt,
  });
  return succeed({ productId, lotId, isNew: true });
}
