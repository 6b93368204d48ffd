import { eq } from "drizzle-orm";
import { documentEvents, documents } from "~db/schema/catalog";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import type { LicenceForm } from "./forms-document";

export type NewLicence = { householdId: string; licence: LicenceForm; actorId: string | null };

/** What a household in the scope states of a licence that it holds; one that this form stated before stays. */
export async function addLicence(
  tx: Transaction,
  scope: Scope,
  { householdId, licence, actorId }: NewLicence,
): Promise<Result<{ isNew: boolean }, "household_not_found">> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const { documentId, ...facts } = licence;
  const [known] = await tx.select().from(documents).where(eq(documents.id, documentId)).limit(1);
  if (known && known.householdId !== householdId) return fail("household_not_found");
  if (known) return succeed({ isNew: false });
  const createdAt = now();
  await tx
    .insert(documents)
    .values({ id: documentId, householdId, ...facts, status: "stated", createdAt });
  await tx.insert(documentEvents).values({
    id: newId("dev"),
    documentId,
    fromStatus: null,
    toStatus: "stated",
    actorId,
    occurredAt: createdAt,
  });
  return succeed({ isNew: true });
}
