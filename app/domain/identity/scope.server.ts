import { and, eq, gt, isNull } from "drizzle-orm";
import { delegations, householdMembers } from "../../../db/schema/households";
import { now } from "../../platform/clock.server";
import { reader } from "../../platform/db.server";
import type { Role } from "./roles";
import { NO_ROWS, type Scope } from "./scope";

const MAX_HOUSEHOLDS = 500;

/** The rows this person may see and change; built once per request. */
export async function scopeOf(user: { id: string; role: Role }): Promise<Scope> {
  switch (user.role) {
    case "department_officer":
      return { kind: "all" };
    case "household_member": {
      const rows = await reader()
        .select({ id: householdMembers.householdId })
        .from(householdMembers)
        .where(eq(householdMembers.userId, user.id))
        .limit(MAX_HOUSEHOLDS);
      return { kind: "households", householdIds: rows.map((row) => row.id) };
    }
    case "agent": {
      const rows = await reader()
        .select({ id: delegations.householdId })
        .from(delegations)
        .where(
          and(
            eq(delegations.agentId, user.id),
            isNull(delegations.revokedAt),
            gt(delegations.expiresAt, now()),
          ),
        )
        .limit(MAX_HOUSEHOLDS);
      return { kind: "households", householdIds: rows.map((row) => row.id) };
    }
    case "buyer":
      return NO_ROWS;
  }
}
