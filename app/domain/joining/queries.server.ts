import { and, asc, eq, isNull } from "drizzle-orm";
import { joiningItems } from "~db/schema/joining";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { ITEMS_MAX } from "./joining-items";
import type { JoiningItem } from "./types";

const itemColumns = {
  id: joiningItems.id,
  kind: joiningItems.kind,
  fact: joiningItems.fact,
  titleVi: joiningItems.titleVi,
  titleEn: joiningItems.titleEn,
  hintVi: joiningItems.hintVi,
  hintEn: joiningItems.hintEn,
  isRequired: joiningItems.isRequired,
  isErased: joiningItems.isErased,
};

/** What is asked for now, in its order. */
export async function listItems(db: ReadDatabase = reader()): Promise<JoiningItem[]> {
  return db
    .select(itemColumns)
    .from(joiningItems)
    .where(isNull(joiningItems.retiredAt))
    .orderBy(asc(joiningItems.position), asc(joiningItems.id))
    .limit(ITEMS_MAX);
}

/** An item that is asked for now; null when there is none of this id. */
export async function findItem(
  itemId: string,
  db: ReadDatabase = reader(),
): Promise<JoiningItem | null> {
  const [row] = await db
    .select(itemColumns)
    .from(joiningItems)
    .where(and(eq(joiningItems.id, itemId), isNull(joiningItems.retiredAt)))
    .limit(1);
  return row ?? null;
}
