import { eq } from "drizzle-orm";
import { joiningItems } from "~db/schema/joining";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { findItem } from "./queries.server";

/** It is no longer asked for; what households did about it is kept. */
export async function retireItem(
  tx: Transaction,
  itemId: string,
): Promise<Result<null, "item_not_found">> {
  if (!(await findItem(itemId, tx))) return fail("item_not_found");
  await tx.update(joiningItems).set({ retiredAt: now() }).where(eq(joiningItems.id, itemId));
  return succeed(null);
}
