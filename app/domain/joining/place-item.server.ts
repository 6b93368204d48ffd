import { eq } from "drizzle-orm";
import { joiningItems } from "~db/schema/joining";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { listItems } from "./queries.server";

/** Puts an item at a place of the list, counted from 1; answers where it was. */
export async function placeItem(
  tx: Transaction,
  { itemId, place }: { itemId: string; place: number },
): Promise<Result<{ place: number }, "item_not_found">> {
  const ids = (await listItems(tx)).map((item) => item.id);
  const at = ids.indexOf(itemId);
  if (at < 0) return fail("item_not_found");
  ids.splice(at, 1);
  ids.splice(place - 1, 0, itemId);
  for (const [i, id] of ids.entries()) {
    await tx
      .update(joiningItems)
      .set({ position: i + 1 })
      .where(eq(joiningItems.id, id));
  }
  return succeed({ place: at + 1 });
}
