import { eq } from "drizzle-orm";
import { strayRefunds } from "~db/schema/payments-cards";
import type { Transaction } from "~/platform/db.server";

/** One person wants a stray refund taken into the books, and says why it was made; null: not any more. */
export async function proposeStrayRefund(
  tx: Transaction,
  { strayId, by }: { strayId: string; by: { userId: string; note: string } | null },
): Promise<void> {
  await tx
    .update(strayRefunds)
    .set({ proposedById: by?.userId ?? null, note: by?.note ?? null })
    .where(eq(strayRefunds.id, strayId));
}
