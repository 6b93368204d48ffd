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
): Promise<Result<{ isNew: boolean }, "commune_elsewhere">> {
  const ours = await listCommunes(settings().PROVINCE);
  if (!ours.some(({ code }) => code === target.communeCode)) return fail("commune_elsewhere");
  const known = await tx.$count(communeTargets, eq(communeTargets.id, targetId));
  if (known > 0) return succeed({ isNew: false });
  await tx.insert(communeTargets).values({ id: targetId, ...target, setAt: now() });
  return succeed({ isNew: true });
}
