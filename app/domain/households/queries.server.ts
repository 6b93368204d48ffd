import { and, asc, count, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { delegations, households } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import { communes } from "~db/schema/places";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { DelegatedHousehold, DeskCounts, DeskHousehold } from "./types";

const MAX_HOUSEHOLDS = 50;
const MAX_DELEGATIONS = 500;

/** The households that this person works for, the longest registered first; at most 50. */
export async function listDeskHouseholds(scope: Scope): Promise<DeskHousehold[]> {
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
    .where(inArray(households.id, [...scope.householdIds]))
    .orderBy(asc(households.createdAt), asc(households.id))
    .limit(MAX_HOUSEHOLDS);
}

/** The household with this slug, or the first when none is named; null outside the scope or without any. */
export async function findDeskHousehold(
  scope: Scope,
  slug: string | null,
): Promise<DeskHousehold | null> {
  const all = await listDeskHouseholds(scope);
  return (slug === null ? all[0] : all.find((one) => one.slug === slug)) ?? null;
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

/** The households whose consent for this agent holds now, those with waiting orders first; at most 500. */
export async function listDelegatedHouseholds(
  scope: Scope,
  agentId: string,
): Promise<DelegatedHousehold[]> {
  if (scope.kind === "all") return [];
  const rows = await reader()
    .select({
      id: households.id,
      slug: households.slug,
      name: households.name,
      phone: households.phone,
      contactName: households.contactName,
      communeName: communes.name,
      status: households.status,
      expiresAt: delegations.expiresAt,
    })
    .from(delegations)
    .innerJoin(households, eq(households.id, delegations.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(
      and(
        eq(delegations.agentId, agentId),
        isNull(delegations.revokedAt),
        gt(delegations.expiresAt, now()),
        inArray(households.id, [...scope.householdIds]),
      ),
    )
    // A household may have renewed its consent before the old one ended: the longest counts.
    .orderBy(desc(delegations.expiresAt))
    .limit(MAX_DELEGATIONS);
  const byHousehold = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!byHousehold.has(row.id)) byHousehold.set(row.id, row);
  const ids = [...byHousehold.keys()];
  const published = await countPublished(ids);
  const waiting = await countWaitingOrders(ids);
  return Array.from(byHousehold.values(), ({ expiresAt, ...household }) => ({
    ...household,
    // The consent ends at that moment, so its last day is the day of the moment before.
    consentUntil: localDateOf(expiresAt - 1),
    publishedCount: published.get(household.id) ?? 0,
    waitingOrderCount: waiting.get(household.id) ?? 0,
  })).toSorted((a, b) => b.waitingOrderCount - a.waitingOrderCount || compare(a.slug, b.slug));
}

async function countPublished(householdIds: string[]): Promise<Map<string, number>> {
  const rows = await reader()
    .select({ id: products.householdId, count: count() })
    .from(products)
    .where(and(inArray(products.householdId, householdIds), eq(products.status, "published")))
    .groupBy(products.householdId);
  return new Map(rows.map((row) => [row.id, row.count]));
}

async function countWaitingOrders(householdIds: string[]): Promise<Map<string, number>> {
  const rows = await reader()
    .select({ id: orders.householdId, count: count() })
    .from(orders)
    .where(
      and(
        inArray(orders.householdId, householdIds),
        inArray(orders.status, ["placed", "confirmed", "packed"]),
      ),
    )
    .groupBy(orders.householdId);
  return new Map(rows.map((row) => [row.id, row.count]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
