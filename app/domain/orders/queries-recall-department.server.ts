import { desc, isNotNull } from "drizzle-orm";
import { lots } from "~db/schema/catalog";
import { reader } from "~/platform/db.server";
import { findRecall } from "./queries-recall.server";
import type { RecallView } from "./types-recall";

/** The lots that are recalled now, the newest recall first, each with how far its buyers have been told. */
export async function listRecalls(limit: number): Promise<RecallView[]> {
  const rows = await reader()
    .select({ code: lots.code })
    .from(lots)
    .where(isNotNull(lots.recalledAt))
    .orderBy(desc(lots.recalledAt), desc(lots.id))
    .limit(limit);
  const views = await Promise.all(rows.map(({ code }) => findRecall({ kind: "all" }, code)));
  return views.filter((view) => view !== null);
}
