import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { lots, products } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import { findRecall } from "./queries-recall.server";
import type { RecallView } from "./types-recall";

const REMINDERS_MAX = 50;

/** The lots in the scope that are recalled now, the newest recall first, each with how far its buyers have been told. */
export async function listRecalls(scope: Scope, limit: number): Promise<RecallView[]> {
  const rows = await reader()
    .select({ code: lots.code })
    .from(lots)
    .innerJoin(products, eq(products.id, lots.productId))
    .where(
      and(
        isNotNull(lots.recalledAt),
        scope.kind === "all" ? undefined : inArray(products.householdId, [...scope.householdIds]),
      ),
    )
    .orderBy(desc(lots.recalledAt), desc(lots.id))
    .limit(limit);
  const views = await Promise.all(rows.map(({ code }) => findRecall(scope, code)));
  return views.filter((view) => view !== null);
}

/** Of these, those with a buyer whom nobody has told yet; of the newest 50. */
export async function listUntoldRecalls(
  scope: Scope,
): Promise<{ lotCode: string; untoldCount: number }[]> {
  return (await listRecalls(scope, REMINDERS_MAX))
    .map(({ lotCode, orderCount, toldCount }) => ({ lotCode, untoldCount: orderCount - toldCount }))
    .filter(({ untoldCount }) => untoldCount > 0);
}
