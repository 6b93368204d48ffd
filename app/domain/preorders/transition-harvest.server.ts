import { eq } from "drizzle-orm";
import { harvests } from "~db/schema/preorders";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { mayMoveHarvest, type HarvestMover, type HarvestStatus } from "./harvest-status";
import type { HarvestRecord } from "./types";

/** Moves a list along the table of allowed moves; the audit log is its history. */
export async function transitionHarvest(
  tx: Transaction,
  harvest: HarvestRecord,
  { to, by }: { to: HarvestStatus; by: HarvestMover },
): Promise<Result<null, "move_not_allowed">> {
  if (!mayMoveHarvest(harvest.status, to, by)) return fail("move_not_allowed");
  await tx
    .update(harvests)
    .set({ status: to, ...(to === "ended" ? { clockAt: null } : {}) })
    .where(eq(harvests.id, harvest.id));
  return succeed(null);
}
