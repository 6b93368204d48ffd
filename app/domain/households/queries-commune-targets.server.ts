import { and, asc, countDistinct, desc, eq, gte, inArray, lte } from "drizzle-orm";
import { households } from "~db/schema/households";
import { communeTargets } from "~db/schema/households-delegations";
import { orders } from "~db/schema/orders";
import { communes } from "~db/schema/places";
import { reader } from "~/platform/db.server";
import type { CommuneTarget } from "./types-helpers";

/** Years of them. */
const TARGETS_MAX = 10_000;
const COMMUNES_MAX = 200;

/** What each commune is asked for, the newest, with how far it has come; by name. With `only`: of these communes alone. */
export async function listCommuneTargets(only?: readonly string[]): Promise<CommuneTarget[]> {
  const newest = await listNewest(only);
  const rows = await reader()
    .select({
      target: communeTargets,
      commune: { code: communes.code, name: communes.name },
      sellingCount: countDistinct(orders.householdId),
    })
    .from(communeTargets)
    .innerJoin(communes, eq(communes.code, communeTargets.communeCode))
    .leftJoin(households, eq(households.communeCode, communeTargets.communeCode))
    .leftJoin(
      orders,
      and(
        eq(orders.householdId, households.id),
        eq(orders.status, "delivered"),
        gte(orders.deliveredOn, communeTargets.startsOn),
        lte(orders.deliveredOn, communeTargets.endsOn),
      ),
    )
    .where(inArray(communeTargets.id, newest))
    .groupBy(communeTargets.id)
    .orderBy(asc(communes.nameFolded), asc(communes.code))
    .limit(COMMUNES_MAX);
  return rows.map(({ target, commune, sellingCount }) => {
    const { householdCount, startsOn, endsOn, isSample } = target;
    return { commune, householdCount, startsOn, endsOn, isSample, sellingCount };
  });
}

async function listNewest(only: readonly string[] | undefined): Promise<string[]> {
  const { id, communeCode, setAt } = communeTargets;
  const rows = await reader()
    .select({ id, communeCode })
    .from(communeTargets)
    .where(only && inArray(communeCode, [...only]))
    .orderBy(desc(setAt), desc(id))
    .limit(TARGETS_MAX);
  const newest = new Map<string, string>();
  for (const row of rows) if (!newest.has(row.communeCode)) newest.set(row.communeCode, row.id);
  return [...newest.values()];
}
