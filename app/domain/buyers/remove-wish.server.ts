import { and, eq } from "drizzle-orm";
import { wishes } from "~db/schema/buyers";
import type { Transaction } from "~/platform/db.server";

/** Takes a product off somebody's list. */
export async function removeWish(
  tx: Transaction,
  { userId, productId }: { userId: string; productId: string },
): Promise<void> {
  await tx.delete(wishes).where(and(eq(wishes.userId, userId), eq(wishes.productId, productId)));
}
