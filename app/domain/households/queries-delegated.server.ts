import { and, count, desc, eq, gt, gte, inArray, isNull } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { orders } from "~db/schema/orders";
import { communes } from "~db/schema/places";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { DAY_MS, localDateOf } from "~/platform/period";
import { ENDING_DAYS, SELLS_DAYS } from "./delegation-terms";
import type { DelegatedHousehold, HelpedHousehold } from "./types";

const MAX_DELEGATIONS = 500;

/** What a household has let this agent do, and until when; null where no consent of it holds now. */
export async function findHelped(
  agentId: string,
  householdId: string,
): Promise<HelpedHousehold | null> {
  const [row] = await reader()
    .select({
      code: delegations.code,
      powers: delegations.powers,
      expiresAt: delegations.expiresAt,
    })
    .from(delegations)
    .where(and(eq(delegations.householdId, householdId), holdsFor(agentId)))
    .orderBy(desc(delegations.expiresAt))
    .limit(1);
  if (!row) return null;
  return { code: row.code, powers: row.powers, consentUntil: lastDayOf(row.expiresAt) };
}

function holdsFor(agentId: string) {
  return and(
    eq(delegations.agentId, agentId),
    isNull(delegations.endedAt),
    gt(delegations.expiresAt, now()),
  );
}

/** The consent ends at that moment, so its last day is the day of the moment before. */
function lastDayOf(expiresAt: number | null) {
  return localDateOf((expiresAt ?? 0) - 1);
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
      powers: delegations.powers,
      code: delegations.code,
      expiresAt: delegations.expiresAt,
    })
    .from(delegations)
    .innerJoin(households, eq(households.id, delegations.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(and(holdsFor(agentId), inArray(households.id, [...scope.householdIds])))
    // A household may have renewed its consent before the old one ended: the longest counts.
    .orderBy(desc(delegations.expiresAt))
    .limit(MAX_DELEGATIONS);
  const byHousehold = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!byHousehold.has(row.id)) byHousehold.set(row.id, row);
  const ids = [...byHousehold.keys()];
  const published = await countPublished(ids);
  const waiting = await countWaitingOrders(ids);
  const sold = await countSoldOrders(ids);
  return Array.from(byHousehold.values(), ({ expiresAt, powers, ...household }) => ({
    ...household,
    powers,
    consentUntil: lastDayOf(expiresAt),
    isEndingSoon: (expiresAt ?? 0) < now() + ENDING_DAYS * DAY_MS,
    publishedCount: published.get(household.id) ?? 0,
    waitingOrderCount: powers.includes("orders") ? (waiting.get(household.id) ?? 0) : null,
    soldOrderCount: sold.get(household.id) ?? 0,
  })).toSorted(
    (a, b) => (b.waitingOrderCount ?? 0) - (a.waitingOrderCount ?? 0) || compare(a.slug, b.slug),
  );
}

/** Orders that reached their buyer in the last 90 days, of each household that has any. */
async function countSoldOrders(householdIds: string[]): Promise<Map<string, number>> {
  const rows = await reader()
    .select({ id: orders.householdId, count: count() })
    .from(orders)
    .where(
      and(
        inArray(orders.householdId, householdIds),
        eq(orders.status, "delivered"),
        gte(orders.deliveredAt, now() - SELLS_DAYS * DAY_MS),
      ),
    )
    .groupBy(orders.householdId);
  return new Map(rows.map((row) => [row.id, row.count]));
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
