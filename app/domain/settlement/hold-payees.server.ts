import { and, gt, inArray, sql } from "drizzle-orm";
import { payees } from "~db/schema/settlement-payees";
import type { Transaction } from "~/platform/db.server";

/**
 * Holds the accounts of these owners until a moment where they were named after another: who named them may be who does
 * now what holds them. A longer wait stays.
 */
export async function holdPayees(
  tx: Transaction,
  input: { ownerIds: readonly string[]; namedAfter: number; until: number },
): Promise<void> {
  const { ownerIds, namedAfter, until } = input;
  await tx
    .update(payees)
    .set({ heldUntil: sql`max(coalesce(${payees.heldUntil}, 0), ${until})` })
    .where(and(inArray(payees.ownerId, [...ownerIds]), gt(payees.enteredAt, namedAfter)));
}
