import { and, eq, lt } from "drizzle-orm";
import { listingDrafts } from "~db/schema/catalog-listings";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { leavePhoto } from "./leave-photo.server";
import { LISTING_LIFE_MS } from "./listing-limits";

const BATCH = 20;

/** Drafts that nobody has touched for sixty days go, their photos with them. */
export async function sweepListings(): Promise<{ isMore: boolean }> {
  const before = now() - LISTING_LIFE_MS;
  const stale = await reader()
    .select({ id: listingDrafts.id })
    .from(listingDrafts)
    .where(lt(listingDrafts.touchedAt, before))
    .limit(BATCH);
  for (const { id } of stale) await sweepOne(id, before);
  return { isMore: stale.length === BATCH };
}

async function sweepOne(id: string, before: number): Promise<void> {
  await inTransaction(async (tx) => {
    // Nothing where it was touched at the last moment.
    const [gone] = await tx
      .delete(listingDrafts)
      .where(and(eq(listingDrafts.id, id), lt(listingDrafts.touchedAt, before)))
      .returning({ answers: listingDrafts.answers });
    const photo = gone?.answers.photo?.value;
    if (photo) await leavePhoto(tx, photo.id);
  });
}
