import { and, eq, gt, isNull } from "drizzle-orm";
import { householdMembers, households } from "../../../db/schema/households";
import { delegations } from "../../../db/schema/households-delegations";
import { now } from "../../platform/clock.server";
import { reader, type ReadDatabase } from "../../platform/db.server";
import type { Permission } from "./permissions";
import { isCovered, POWER_NEEDED } from "./powers";
import type { Role } from "./roles";
import { isInScope, NO_ROWS, type Scope } from "./scope";

const MAX_HOUSEHOLDS = 500;

export type ScopeAsker = {
  user: { id: string; role: Role };
  /** What the door asks for: an agent's rows are those whose household has agreed to it. */
  permission: Permission;
  /** The household that an agent has chosen to work for; null: none. */
  actingForId: string | null;
};

/** The rows this person may see and change at this door; read anew for each request, so what has ended has ended. */
export async function scopeOf(
  { user, permission, actingForId }: ScopeAsker,
  db: ReadDatabase = reader(),
): Promise<Scope> {
  switch (user.role) {
    case "department_officer":
      return { kind: "all" };
    case "household_member": {
      const rows = await db
        .select({ id: householdMembers.householdId })
        .from(householdMembers)
        .where(eq(householdMembers.userId, user.id))
        .limit(MAX_HOUSEHOLDS);
      return { kind: "households", householdIds: rows.map((row) => row.id) };
    }
    case "agent": {
      const rows = await selectDelegated(db, user.id);
      // At a household's door an agent works for one household, whom everything that is done names.
      const mine = isHouseholdDoor(permission)
        ? rows.filter(({ id, powers }) => id === actingForId && isCovered(permission, powers))
        : rows;
      return { kind: "households", householdIds: [...new Set(mine.map((row) => row.id))] };
    }
    case "buyer":
      return NO_ROWS;
  }
}

/** The household of this address that lets an agent do what the door is for, whichever household they are working for; else null. */
export async function findLetting(
  slug: string,
  { user, permission }: Omit<ScopeAsker, "actingForId">,
): Promise<string | null> {
  const [named] = await reader()
    .select({ id: households.id })
    .from(households)
    .where(eq(households.slug, slug))
    .limit(1);
  if (!named) return null;
  const scope = await scopeOf({ user, permission, actingForId: named.id });
  return isInScope(scope, named.id) ? named.id : null;
}

/** A door at which an agent works in the name of a household. */
export function isHouseholdDoor(permission: Permission): boolean {
  return POWER_NEEDED[permission] !== undefined;
}

async function selectDelegated(db: ReadDatabase, agentId: string) {
  return db
    .select({ id: delegations.householdId, powers: delegations.powers })
    .from(delegations)
    .where(
      and(
        eq(delegations.agentId, agentId),
        isNull(delegations.endedAt),
        gt(delegations.expiresAt, now()), // null while it has not been given
      ),
    )
    .limit(MAX_HOUSEHOLDS);
}
