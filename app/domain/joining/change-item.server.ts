import { eq } from "drizzle-orm";
import { joiningItems } from "~db/schema/joining";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { ItemWordsForm } from "./forms";
import { findItem } from "./queries.server";
import type { JoiningItem } from "./types";

/** Words an item anew; who has said yes to a sentence said it to the words of that day. Answers what it was. */
export async function changeItem(
  tx: Transaction,
  { itemId, words }: { itemId: string; words: ItemWordsForm },
): Promise<Result<JoiningItem, "item_not_found">> {
  const before = await findItem(itemId, tx);
  if (!before) return fail("item_not_found");
  const { isRequired, ...texts } = words;
  await tx
    .update(joiningItems)
    .set({ ...texts, isRequired: isRequired === "yes" })
    .where(eq(joiningItems.id, itemId));
  return succeed(before);
}
