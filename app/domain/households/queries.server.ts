import { and, asc, count, eq, inArray, type SQL } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import { communes } from "~db/schema/places";
import type { Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import type { DeskCounts, DeskHousehold } from "./types";

const MAX_HOUSEHOLDS = 50;

/** The households that this person works for, the longest registered first; at most 50. */
export async function listDeskHouseholds(scope: Scope): Promise<DeskHousehold[]> {
  return selectOfScope(scope, undefined);
}

/** The household with this slug, or the first when none is named; null outside the scope or without any. */
export async function findDeskHousehold(
  scope: Scope,
  slug: string | null,
): Promise<DeskHousehold | null> {
  const [found] = await selectOfScope(scope, slug === null ? undefined : eq(households.slug, slug));
  return found ?? null;
}

async function selectOfScope(scope: Scope, wanted: SQL | undefined): Promise<DeskHousehold[]> {
  if (scope.kind === "all") return []; // the department has a desk of its own
  return reader()
    .select({
      id: households.id,
      slug: households.slug,
      name: households.name,
      status: households.status,
      statusReason: households.statusReason,
      communeName: communes.name,
    })
    .from(households)
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(and(inArray(households.id, [...scope.householdIds]), wanted))
    .orderBy(asc(households.createdAt), asc(households.id))
    .limit(MAX_HOUSEHOLDS);
}

/** How much waits for this household; the caller has found it in the scope. */
export async function countDeskWork(householdId: string): Promise<DeskCounts> {
  const orderRows = await reader()
    .select({ status: orders.status, count: count() })
    .from(orders)
    .where(
      and(
        eq(orders.householdId, householdId),
        inArray(orders.status, ["placed", "confirmed", "packed", "shipped"]),
      ),
    )
    .groupBy(orders.status);
  const productRows = await reader()
    .select({ status: products.status, count: count() })
    .from(products)
    .where(eq(products.householdId, householdId))
    .groupBy(products.status);
  const soldOut = await reader().$count(
    products,
    and(
      eq(products.householdId, householdId),
      eq(products.status, "published"),
      eq(products.availableCount, 0),
    ),
  );
  const ordersOf = new Map(orderRows.map((row) => [row.status, row.count]));
  const productsOf = new Map(productRows.map((row) => [row.status, row.count]));
  return {
    orders: {
      placed: ordersOf.get("placed") ?? 0,
      confirmed: ordersOf.get("confirmed") ?? 0,
      packed: ordersOf.get("packed") ?? 0,
      shipped: ordersOf.get("shipped") ?? 0,
    },
    products: {
      published: productsOf.get("published") ?? 0,
      soldOut,
      awaiting: productsOf.get("awaiting_approval") ?? 0,
      rejected: productsOf.get("rejected") ?? 0,
      draft: (productsOf.get("draft") ?? 0) + (productsOf.get("withdrawn") ?? 0),
    },
  };
}
