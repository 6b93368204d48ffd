import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { HarvestStatus } from "~/domain/preorders/harvest-status";
import { listWaiting, loadHarvest } from "~/domain/preorders/queries-records.server";
import { transitionHarvest } from "~/domain/preorders/transition-harvest.server";
import { transitionPreorder } from "~/domain/preorders/transition-preorder.server";
import { now } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";

export type HarvestMove = {
  actor: Actor;
  mover: { by: "household"; scope: Scope } | { by: "clock" };
  harvestId: string;
  to: HarvestStatus;
};

/** As many as a cap can promise. */
const WAITING_MAX = 100_000;

/**
 * A household takes nobody more, takes again, or ends the list; the clock ends one that is long overdue. Who still waits
 * then is told that its turn did not come. A move that has happened already answers ok.
 */
export async function moveHarvest({
  actor,
  mover,
  harvestId,
  to,
}: HarvestMove): Promise<Result<null, "harvest_not_found" | "move_not_allowed">> {
  return inTransaction(async (tx) => {
    const harvest = await loadHarvest(tx, harvestId);
    const isMine = harvest && (mover.by === "clock" || isInScope(mover.scope, harvest.householdId));
    if (!harvest || !isMine) return fail("harvest_not_found");
    if (harvest.status === to) return succeed(null);
    const isDue = harvest.clockAt !== null && harvest.clockAt <= now();
    if (mover.by === "clock" && !isDue) return fail("move_not_allowed");
    const moved = await transitionHarvest(tx, harvest, { to, by: mover.by });
    if (!moved.ok) return moved;
    const missedCount = to === "ended" ? await dismiss(tx, { actor, mover, harvestId }) : 0;
    await recordAction(tx, {
      actor,
      action: `harvest.${to}`,
      subject: { kind: "harvest", id: harvestId },
      before: { status: harvest.status },
      after: { status: to, missedCount },
    });
    return succeed(null);
  });
}

async function dismiss(
  tx: Transaction,
  { actor, mover, harvestId }: Omit<HarvestMove, "to">,
): Promise<number> {
  const waiting = await listWaiting(tx, harvestId, {
    packsAtMost: WAITING_MAX,
    limit: WAITING_MAX,
  });
  for (const preorder of waiting) {
    const missed = { to: "missed", by: mover.by, actorId: actorIdOf(actor) } as const;
    const moved = await transitionPreorder(tx, preorder, { ...missed, checkoutId: null });
    invariant(moved.ok, "who waits can be missed");
  }
  return waiting.length;
}
