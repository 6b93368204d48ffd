import { and, asc, eq, exists, inArray, isNull, lt, not, or } from "drizzle-orm";
import { z } from "zod";
import { complianceRequests } from "~db/schema/compliance";
import { keptContents } from "~db/schema/compliance-duties";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { dropCopies } from "./copy-photos.server";
import type { KeptKind } from "./kept-words";

const BATCH_SIZE = 100;
const FILES_KIND = "kept_content_files";

/**
 * Forgets copies whose time is over, unless a request about the thing or its household is open; answers of what they
 * were, and whether there may be more. Their files go once this has committed (outbox).
 */
export async function eraseKept(
  tx: Transaction,
): Promise<{ erased: { id: string; kind: KeptKind; subjectId: string }[]; isMore: boolean }> {
  const { id, kind, subjectId, householdId, photos, keepUntil } = keptContents;
  const { aboutKind, aboutId, answeredAt } = complianceRequests;
  const isIt = and(eq(aboutKind, kind), eq(aboutId, subjectId));
  const isOfIts = and(eq(aboutKind, "household"), eq(aboutId, householdId));
  const asked = tx
    .select({ id: complianceRequests.id })
    .from(complianceRequests)
    .where(and(isNull(answeredAt), or(isIt, isOfIts)));
  const over = await tx
    .select({ id, kind, subjectId, photos })
    .from(keptContents)
    .where(and(lt(keepUntil, now()), not(exists(asked))))
    .orderBy(asc(keepUntil))
    .limit(BATCH_SIZE);
  for (const one of over) {
    const photoIds = one.photos.filter(({ isLost }) => !isLost).map((photo) => photo.id);
    const payload = { keptId: one.id, photoIds };
    if (photoIds.length > 0) await enqueueOutbox(tx, { kind: FILES_KIND, key: one.id, payload });
  }
  const ids = over.map((one) => one.id);
  if (ids.length > 0) await tx.delete(keptContents).where(inArray(id, ids));
  const erased = over.map(({ photos: _, ...one }) => one);
  return { erased, isMore: over.length === BATCH_SIZE };
}

const erasure = z.object({ keptId: z.string(), photoIds: z.array(z.string()) });

/** An outbox handler: the files of a copy that was forgotten; done again it does nothing. */
export async function eraseKeptFiles(payload: unknown): Promise<void> {
  const { keptId, photoIds } = erasure.parse(payload);
  await dropCopies(keptId, photoIds);
}
