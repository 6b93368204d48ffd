import { eq } from "drizzle-orm";
import { communeTargets } from "~db/schema/households-delegations";
import { listCommunes } from "~/domain/places/queries.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { CommuneTargetForm } from "./forms-delegation";

/** What a commune of the province is asked for from now on; the same form sent twice asks once. */
export async function setCommuneTarget(
  tx: Transaction,
  { targetId, ...target }: CommuneTargetForm & { setById: string },
): Promise<Result<{ isNew: boolean }, "commune_elsewhere" | "form_outdated">> {
  const ours = await listCommunes(settings().PROVINCE);
  if (!ours.some(({ code }) => code === target.communeCode)) return fail("commune_elsewhere");
  const [kept] = await tx
    .select()
    .from(communeTargets)
    .where(eq(communeTargets.id, targetId))
    .limit(1);
  if (kept) {
    const isSame =
      kept.communeCode === target.communeCode &&
      kept.householdCount === target.householdCount &&
      kept.startsOn === target.startsOn &&
      kept.endsOn === target.endsOn;
    return isSame ? succeed({ isNew: false }) : fail("form_outdated");
  }
  await tx.insert(communeTargets).values({ id: targetId, ...target, setAt: now() });
  return succeed({ isNew: true });
}
