import { and, eq, inArray } from "drizzle-orm";
import { householdMembers, households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { builtOnce, valuesOf, type ReadDatabase } from "~/platform/db.server";
import type { NewHousehold } from "./create-household.server";
import type { HouseholdStatus } from "./household-status";

const MAX_HOUSEHOLDS = 500;

/** Ids of the households that this person belongs to, whatever their role. */
export async function householdIdsOf(db: ReadDatabase, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: householdMembers.householdId })
    .from(householdMembers)
    .where(eq(householdMembers.userId, userId))
    .limit(MAX_HOUSEHOLDS);
  return rows.map((row) => row.id);
}

const selectShopPhones = builtOnce((db) =>
  db
    .select({ phone: households.phone })
    .from(households)
    .where(inArray(households.id, valuesOf("householdIds")))
    .limit(MAX_HOUSEHOLDS)
    .prepare(),
);

const selectMemberPhones = builtOnce((db) =>
  db
    .select({ phone: users.phone })
    .from(householdMembers)
    .innerJoin(users, eq(users.id, householdMembers.userId))
    .where(inArray(householdMembers.householdId, valuesOf("householdIds")))
    .limit(MAX_HOUSEHOLDS)
    .prepare(),
);

/** The phones by which these households and their members are known, as they were written down. */
export async function phonesOfHouseholds(
  db: ReadDatabase,
  householdIds: readonly string[],
): Promise<string[]> {
  const asked = { householdIds: JSON.stringify(householdIds) };
  const shops = await selectShopPhones(db).execute(asked);
  const members = await selectMemberPhones(db).execute(asked);
  return [...shops, ...members].map((row) => row.phone);
}

/** This member's household that was registered with exactly these words, or null. */
export async function findRegistered(
  db: ReadDatabase,
  { memberId, ...household }: NewHousehold,
): Promise<{ householdId: string; slug: string } | null> {
  const [row] = await db
    .select({ householdId: households.id, slug: households.slug })
    .from(households)
    .innerJoin(householdMembers, eq(householdMembers.householdId, households.id))
    .where(
      and(
        eq(householdMembers.userId, memberId),
        eq(households.name, household.name),
        eq(households.kind, household.kind),
        eq(households.contactName, household.contactName),
        eq(households.phone, household.phone),
        eq(households.communeCode, household.communeCode),
        eq(households.addressLine, household.addressLine),
        eq(households.story, household.story),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** The phone by which this household registered, and where it stands with the department; or null. */
export async function findShop(
  db: ReadDatabase,
  householdId: string,
): Promise<{ phone: string; status: HouseholdStatus } | null> {
  const [row] = await db
    .select({ phone: households.phone, status: households.status })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  return row ?? null;
}
