import { eq, inArray } from "drizzle-orm";
import { households } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import type { NamedSubject } from "~/domain/audit/types";
import { reader } from "~/platform/db.server";

/** What households are called, for the log. */
export async function nameHouseholds(ids: readonly string[]): Promise<NamedSubject[]> {
  return reader()
    .select({ id: households.id, code: households.slug, name: households.name })
    .from(households)
    .where(inArray(households.id, [...ids]));
}

/** Which household has this address; null: none. */
export async function findHouseholdId(slug: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: households.id })
    .from(households)
    .where(eq(households.slug, slug))
    .limit(1);
  return row?.id ?? null;
}

/** What consents are called, for the log. */
export async function nameDelegations(ids: readonly string[]): Promise<NamedSubject[]> {
  const rows = await reader()
    .select({ id: delegations.id, code: delegations.code })
    .from(delegations)
    .where(inArray(delegations.id, [...ids]));
  return rows.map((row) => ({ ...row, name: null }));
}

/** Which consent has this code; null: none. */
export async function findDelegationId(code: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: delegations.id })
    .from(delegations)
    .where(eq(delegations.code, code))
    .limit(1);
  return row?.id ?? null;
}
