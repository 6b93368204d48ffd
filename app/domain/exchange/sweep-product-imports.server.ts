import { and, lt, ne } from "drizzle-orm";
import { productImports } from "~db/schema/exchange";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { discardImport } from "./discard-import.server";

export const KEPT_DAYS = 7;
const BATCH = 5;

/** Forgets files that were brought in more than a week ago, written or not; one that is being written stays. */
export async function sweepProductImports(): Promise<{ isMore: boolean }> {
  const stale = await reader()
    .select({ id: productImports.id })
    .from(productImports)
    .where(
      and(
        lt(productImports.uploadedAt, now() - KEPT_DAYS * DAY_MS),
        ne(productImports.status, "writing"),
      ),
    )
    .limit(BATCH);
  for (const { id } of stale) await inTransaction((tx) => discardImport(tx, id));
  return { isMore: stale.length === BATCH };
}
