import { and, asc, countDistinct, eq, gte, inArray, lte, notExists, sql } from "drizzle-orm";
import { alias } from "~db/dialect";
import { households } from "~db/schema/households";
import { communeTargets } from "~db/schema/households-delegations";
import { orders } from "~db/schema/orders";
import { communes } from "~db/schema/places";
import { reader } from "~/platform/db.server";
import type { CommuneTarget } from "./types-helpers";

const COMMUNES_MAX = 200;

/** What each commune is asked for, the newest, with how far it has come; by name. With `only`: of these communes alone. */
export async function listCommuneTargets(only?: readonly string[]): Promise<CommuneTarget[]> {
  const newer = alias(communeTargets, "newer");
  const replaced = reader()
    .select({ id: newer.id })
    .from(newer)
    .where(
      and(
        eq(newer.communeCode, communeTargets.communeCode),
        sql`(${newer.setAt}, ${newer.id}) > (${communeTargets.setAt}, ${communeTargets.id})`,
      ),
    );
  const isWanted = only && inArray(communeTargets.communeCode, [...only]);
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
    .where(and(isWanted, notExists(replaced)))
    .groupBy(communeTargets.id)
    .orderBy(asc(communes.nameFolded), asc(communes.code))
    .limit(COMMUNES_MAX);
  return rows.map(({ target, commune, sellingCount }) => {
    const { householdCount, startsOn, endsOn, isSample } = target;
    return { commune, householdCount, startsOn, endsOn, isSample, sellingCount };
  });
}
