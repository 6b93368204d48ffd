import { eq, isNull } from "drizzle-orm";
import { joiningItems } from "~db/schema/joining";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { sameValues } from "~/platform/same-values";
import type { NewItemForm } from "./forms";
import { ITEMS_MAX } from "./joining-items";
import { listItems } from "./queries.server";

export type AddItemCode = "items_full" | "item_fact_taken" | "item_added_otherwise";

/** One more thing that is asked for, at the end of the list; the same form sent twice adds one, and with other words none. */
export async function addItem(
  tx: Transaction,
  { itemId, kind, fact, isErased, isRequired, ...words }: NewItemForm,
): Promise<Result<{ isNew: boolean }, AddItemCode>> {
  const asked = kind === "attested" ? null : (fact ?? null);
  const facts = {
    kind,
    fact: asked,
    ...words,
    isRequired: isRequired === "yes",
    isErased: kind === "verified" && isErased === "on",
  };
  const [known] = await tx.select().from(joiningItems).where(eq(joiningItems.id, itemId)).limit(1);
  if (known) {
    return sameValues(known, facts) ? succeed({ isNew: false }) : fail("item_added_otherwise");
  }
  const items = await listItems(tx);
  if (items.length >= ITEMS_MAX) return fail("items_full");
  if (asked !== null && items.some((item) => item.fact === asked)) return fail("item_fact_taken");
  await tx.insert(joiningItems).values({
    id: itemId,
    ...facts,
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
