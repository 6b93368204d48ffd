import { eq, isNull } from "drizzle-orm";
import { joiningItems } from "~db/schema/joining";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { NewItemForm } from "./forms";
import { ITEMS_MAX } from "./joining-items";
import { listItems } from "./queries.server";

export type AddItemCode = "items_full" | "item_fact_taken";

/** One more thing that is asked for, at the end of the list; the same form sent twice adds one. */
export async function addItem(
  tx: Transaction,
  { itemId, kind, fact, isErased, isRequired, ...words }: NewItemForm,
): Promise<Result<{ isNew: boolean }, AddItemCode>> {
  const [known] = await tx
    .select({ id: joiningItems.id })
    .from(joiningItems)
    .where(eq(joiningItems.id, itemId))
    .limit(1);
  if (known) return succeed({ isNew: false });
  const items = await listItems(tx);
  if (items.length >= ITEMS_MAX) return fail("items_full");
  const asked = kind === "computed" ? (fact ?? null) : null;
  if (asked !== null && items.some((item) => item.fact === asked)) return fail("item_fact_taken");
  await tx.insert(joiningItems).values({
    id: itemId,
    kind,
    fact: asked,
    ...words,
    isRequired: isRequired === "yes",
    isErased: kind === "verified" && isErased === "on",
    position: (await lastPosition(tx)) + 1,
    createdAt: now(),
  });
  return succeed({ isNew: true });
}

async function lastPosition(tx: Transaction): Promise<number> {
  const rows = await tx
    .select({ position: joiningItems.position })
    .from(joiningItems)
    .where(isNull(joiningItems.retiredAt))
    .limit(ITEMS_MAX);
  return Math.max(0, ...rows.map((row) => row.position));
}
