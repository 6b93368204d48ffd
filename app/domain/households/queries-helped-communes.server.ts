import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { households } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { communes } from "~db/schema/places";
import type { Commune } from "~/domain/places/types";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";

const COMMUNES_MAX = 200;

/** The communes in which a helper has the consent of a household at this moment, by name. */
export async function listHelpedCommunes(agentId: string): Promise<Commune[]> {
  return reader()
    .selectDistinct({
      code: communes.code,
      name: communes.name,
      provinceCode: communes.provinceCode,
    })
    .from(delegations)
    .innerJoin(households, eq(households.id, delegations.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(
      and(
        eq(delegations.agentId, agentId),
        isNull(delegations.endedAt),
        gt(delegations.expiresAt, now()),
      ),
    )
    .orderBy(asc(communes.nameFolded), asc(communes.code))
    .limit(COMMUNES_MAX);
}

export async function isHelpedCommune(agentId: string, communeCode: string): Promise<boolean> {
  return (await listHelpedCommunes(agentId)).some(({ code }) => code === communeCode);
}
