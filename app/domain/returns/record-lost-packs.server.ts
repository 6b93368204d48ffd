import { eq, sql } from "drizzle-orm";
import { returnLines } from "~db/schema/returns";
import type { Transaction } from "~/platform/db.server";

/** All packs that a request was about never came, and their order ended: its money went back with it, not with them. */
export async function recordLostPacks(tx: Transaction, request: { id: string }): Promise<void> {
  await tx
    .update(returnLines)
    .set({ refundedCount: sql`${returnLines.askedCount}` })
    .where(eq(returnLines.returnRequestId, request.id));
}
