import { eq } from "drizzle-orm";
import { preorderEvents, preorders } from "~db/schema/preorders";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { mayMovePreorder, type PreorderMover, type PreorderStatus } from "./preorder-status";
import type { PreorderRecord } from "./types";

/** Moves a place on a list along the table of allowed moves, with its event; `checkoutId` when it is served. */
export async function transitionPreorder(
  tx: Transaction,
  preorder: Pick<PreorderRecord, "id" | "status">,
  move: {
    to: PreorderStatus;
    by: PreorderMover;
    actorId: string | null;
    checkoutId: string | null;
    /** Why it was struck. */
    reason?: string;
  },
): Promise<Result<null, "move_not_allowed">> {
  const { to, by, actorId, checkoutId, reason = "" } = move;
  if (!mayMovePreorder(preorder.status, to, by)) return fail("move_not_allowed");
  await tx.update(preorders).set({ status: to, checkoutId }).where(eq(preorders.id, preorder.id));
  await tx.insert(preorderEvents).values({
    id: newId("pev"),
    preorderId: preorder.id,
    fromStatus: preorder.status,
    toStatus: to,
    movedBy: by,
    reason,
    actorId,
    occurredAt: now(),
  });
  return succeed(null);
}
