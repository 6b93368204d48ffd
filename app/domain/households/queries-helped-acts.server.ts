import { and, count, desc, eq, type SQL } from "drizzle-orm";
import { auditEntries } from "~db/schema/audit";
import { products } from "~db/schema/catalog";
import { users } from "~db/schema/identity";
import { orders } from "~db/schema/orders";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import type { Delegation, HelpedActs } from "./types-delegations";

const PAGE_SIZE = 30;

/** What agents did in the name of a household of the scope, the newest first. */
export async function listHelpedActs(
  scope: Scope,
  { householdId, page }: { householdId: string; page: number },
): Promise<HelpedActs> {
  if (!isInScope(scope, householdId)) return { acts: [], page, pageCount: 1 };
  return select(eq(auditEntries.onBehalfOfId, householdId), page);
}

/**
 * What the agent of a consent did in its household's name, under this consent or another, the newest first. Who may
 * see it the caller asks.
 */
export async function listActsOfHelper(
  { householdId, agentId }: Pick<Delegation, "householdId" | "agentId">,
  page: number,
): Promise<HelpedActs> {
  const isTheirs = eq(auditEntries.actorId, agentId);
  return select(and(eq(auditEntries.onBehalfOfId, householdId), isTheirs), page);
}

async function select(wanted: SQL | undefined, page: number): Promise<HelpedActs> {
  const rows = await reader()
    .select({
      id: auditEntries.id,
      occurredAt: auditEntries.occurredAt,
      action: auditEntries.action,
      agentName: users.fullName,
      orderCode: orders.code,
      productName: products.name,
    })
    .from(auditEntries)
    .innerJoin(users, eq(users.id, auditEntries.actorId))
    .leftJoin(
      orders,
      and(eq(auditEntries.subjectKind, "order"), eq(orders.id, auditEntries.subjectId)),
    )
    .leftJoin(
      products,
      and(eq(auditEntries.subjectKind, "product"), eq(products.id, auditEntries.subjectId)),
    )
    .where(wanted)
    .orderBy(desc(auditEntries.occurredAt), desc(auditEntries.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const [all] = await reader().select({ total: count() }).from(auditEntries).where(wanted);
  const acts = rows.map(({ orderCode, productName, ...act }) => ({
    ...act,
    subject: orderCode ?? productName,
  }));
  return { acts, page, pageCount: Math.max(1, Math.ceil((all?.total ?? 0) / PAGE_SIZE)) };
}
