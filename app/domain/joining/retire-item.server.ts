import { eq } from "drizzle-orm";
import { joiningItems } from "~db/schema/joining";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { findItem } from "./queries.server";
import type { JoiningItem } from "./types";

/** It is no longer asked for; what households did about it is kept. Answers what it was. */
export async function retireItem(
  tx: Transaction,
  itemId: string,
): Promise<Result<JoiningItem, "item_not_found">> {
  const before = await findItem(itemId, tx);
  if (!before) return fail("item_not_found");
  await tx.update(joiningItems).set({ retiredAt: now() }).where(eq(joiningItems.id, itemId));
  return succeed(before);
}
