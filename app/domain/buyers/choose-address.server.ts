import { and, eq } from "drizzle-orm";
import { addresses } from "~db/schema/buyers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** Makes an address the first choice of its owner's book. */
export async function chooseAddress(
  tx: Transaction,
  { userId, addressId }: { userId: string; addressId: string },
): Promise<Result<null, "address_not_found">> {
  const chosen = await tx
    .update(addresses)
    .set({ chosenAt: now() })
    .where(and(eq(addresses.id, addressId), eq(addresses.userId, userId)))
    .returning({ id: addresses.id });
  return chosen.length === 0 ? fail("address_not_found") : succeed(null);
}
