import {
  and,
  asc,
  count,
  countDistinct,
  eq,
  exists,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import { alias, type AnyColumn } from "~db/dialect";
import { auditEntries } from "~db/schema/audit";
import { delegations, helperTargets } from "~db/schema/households-delegations";
import { users } from "~db/schema/identity";
import { orders } from "~db/schema/orders";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { SELLS_DAYS } from "./delegation-terms";
import type { HelperResult, HelperTarget } from "./types-helpers";

const HELPERS_MAX = 500;

/** What came of the work of every helper, by name; at most 500. */
export async function listHelperResults(): Promise<HelperResult[]> {
  return selectResults();
}

/** The same of one helper; null where there is none. */
export async function findHelperResult(agentId: string): Promise<HelperResult | null> {
  const [found] = await selectResults(agentId);
  return found ?? null;
}

/** Whether this is a helper who is still here. */
export async function isHelper(db: ReadDatabase, agentId: string): Promise<boolean> {
  return (await db.$count(users, and(eq(users.id, agentId), isActiveAgent()))) > 0;
}

/** What a helper is asked for, the newest; null: nothing yet. */
export async function findHelperTarget(agentId: string): Promise<HelperTarget | null> {
  return (await loadTargets(eq(helperTargets.agentId, agentId))).get(agentId) ?? null;
}

/** Of one helper, or of all. */
async function selectResults(agentId?: string): Promise<HelperResult[]> {
  const isOf = (column: AnyColumn) => (agentId === undefined ? undefined : eq(column, agentId));
  const agents = await reader()
    .select({ agentId: users.id, fullName: users.fullName, phone: users.phone })
    .from(users)
    .where(and(isActiveAgent(), isOf(users.id)))
    .orderBy(asc(users.fullName), asc(users.id))
    .limit(HELPERS_MAX);
  const isActor = isOf(auditEntries.actorId);
  const helped = await countHelped(isOf(delegations.agentId));
  const selling = await countSelling(isOf(delegations.agentId));
  const registered = await countActs(and(isActor, eq(auditEntries.action, "household.register")));
  const acts = await countActs(and(isActor, gte(auditEntries.occurredAt, recently())));
  const targets = await loadTargets(isOf(helperTargets.agentId));
  return agents.map((agent) => ({
    ...agent,
    helpedCount: helped.get(agent.agentId) ?? 0,
    sellingCount: selling.get(agent.agentId) ?? 0,
    registeredCount: registered.get(agent.agentId) ?? 0,
    actCount: acts.get(agent.agentId) ?? 0,
    target: targets.get(agent.agentId) ?? null,
  }));
}

function isActiveAgent() {
  return and(eq(users.role, "agent"), isNull(users.deletedAt));
}

function recently(): number {
  return now() - SELLS_DAYS * DAY_MS;
}

function holdsNow() {
  return and(isNull(delegations.endedAt), gt(delegations.expiresAt, now()));
}

async function countHelped(wanted?: SQL) {
  const rows = await reader()
    .select({ agentId: delegations.agentId, count: countDistinct(delegations.householdId) })
    .from(delegations)
    .where(and(holdsNow(), wanted))
    .groupBy(delegations.agentId);
  return new Map(rows.map((row) => [row.agentId, row.count]));
}

async function countSelling(wanted?: SQL) {
  const rows = await reader()
    .select({ agentId: delegations.agentId, count: countDistinct(delegations.householdId) })
    .from(delegations)
    .innerJoin(orders, eq(orders.householdId, delegations.householdId))
    .where(
      and(wanted, holdsNow(), eq(orders.status, "delivered"), gte(orders.deliveredAt, recently())),
    )
    .groupBy(delegations.agentId);
  return new Map(rows.map((row) => [row.agentId, row.count]));
}

/** Of what agents did in the name of households. */
async function countActs(wanted: SQL | undefined) {
  const rows = await reader()
    .select({ agentId: auditEntries.actorId, count: count() })
    .from(auditEntries)
    .where(and(isNotNull(auditEntries.onBehalfOfId), eq(auditEntries.actorKind, "agent"), wanted))
    .groupBy(auditEntries.actorId);
  return new Map(rows.map((row) => [row.agentId ?? "", row.count]));
}

/**
 * The newest target of each helper, or of those that are wanted, with how far it has come. A household counts that sold
 * while it let the helper work, and for which the helper had done something by then or which had never sold before (D-184).
 */
async function loadTargets(wanted?: SQL): Promise<Map<string, HelperTarget>> {
  const newer = alias(helperTargets, "newer");
  const replaced = reader()
    .select({ id: newer.id })
    .from(newer)
    .where(
      and(
        eq(newer.agentId, helperTargets.agentId),
        sql`(${newer.setAt}, ${newer.id}) > (${helperTargets.setAt}, ${helperTargets.id})`,
      ),
    );
  const hasEnded = sql`case when ${notExists(stillHolding())} then ${orders.householdId} end`;
  const rows = await reader()
    .select({
      target: helperTargets,
      sellingCount: countDistinct(orders.householdId),
      endedCount: countDistinct(hasEnded),
    })
    .from(helperTargets)
    .leftJoin(
      delegations,
      and(eq(delegations.agentId, helperTargets.agentId), isNotNull(delegations.consentedAt)),
    )
    .leftJoin(
      orders,
      and(
        eq(orders.householdId, delegations.householdId),
        eq(orders.status, "delivered"),
        gte(orders.deliveredOn, helperTargets.startsOn),
        lte(orders.deliveredOn, helperTargets.endsOn),
        gte(orders.deliveredAt, delegations.consentedAt),
        lt(orders.deliveredAt, delegations.expiresAt),
        or(isNull(delegations.endedAt), lt(orders.deliveredAt, delegations.endedAt)),
        or(exists(actsBeforeSale()), notExists(salesBeforeConsent())),
      ),
    )
    .where(and(wanted, notExists(replaced)))
    .groupBy(helperTargets.id)
    .limit(HELPERS_MAX);
  return new Map(
    rows.map(({ target, ...counts }) => {
      const { householdCount, startsOn, endsOn, isSample } = target;
      return [target.agentId, { householdCount, startsOn, endsOn, isSample, ...counts }];
    }),
  );
}

/** What the helper did in the household's name by this consent, until the order reached its buyer. */
function actsBeforeSale() {
  return reader()
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.onBehalfOfId, delegations.householdId),
        eq(auditEntries.actorId, delegations.agentId),
        gte(auditEntries.occurredAt, delegations.consentedAt),
        lte(auditEntries.occurredAt, orders.deliveredAt),
      ),
    );
}

/** What the household had sold before it let the helper work for it. */
function salesBeforeConsent() {
  const earlier = alias(orders, "earlier");
  return reader()
    .select({ id: earlier.id })
    .from(earlier)
    .where(
      and(
        eq(earlier.householdId, delegations.householdId),
        isNotNull(earlier.deliveredOn),
        lt(earlier.deliveredAt, delegations.consentedAt),
      ),
    );
}

/** Consents of the household by which the helper works for it now, this one or a later one. */
function stillHolding() {
  const held = alias(delegations, "held");
  return reader()
    .select({ id: held.id })
    .from(held)
    .where(
      and(
        eq(held.householdId, delegations.householdId),
        eq(held.agentId, delegations.agentId),
        isNull(held.endedAt),
        gt(held.expiresAt, now()),
      ),
    );
}
