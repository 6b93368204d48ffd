import { eq, lt } from "drizzle-orm";
import { retailImports } from "~db/schema/statistics-channels";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { DAY_MS } from "~/platform/period";
import { UNUSED_SOURCE_KIND } from "./source-file";

const KEPT_DAYS = 7;
const BATCH = 5;

/**
 * Forgets tables that were brought in more than a week ago. The file of one that nobody said yes to goes once that is
 * committed (outbox); of the others it is kept with the figures.
 */
export async function sweepRetailImports(): Promise<{ isMore: boolean }> {
  const stale = await reader()
    .select({ id: retailImports.id })
    .from(retailImports)
    .where(lt(retailImports.uploadedAt, now() - KEPT_DAYS * DAY_MS))
    .limit(BATCH);
  for (const { id } of stale) await sweepOne(id);
  return { isMore: stale.length === BATCH };
}

async function sweepOne(importId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const [gone] = await tx.delete(retailImports).where(eq(retailImports.id, importId)).returning({
      id: retailImports.fileId,
      type: retailImports.fileType,
      writtenAt: retailImports.writtenAt,
    });
    if (!gone || gone.writtenAt !== null) return;
    const { id, type } = gone;
    const kind = UNUSED_SOURCE_KIND;
    await enqueueOutbox(tx, { kind, key: `${kind}:${id}`, payload: { id, type } });
  });
}
