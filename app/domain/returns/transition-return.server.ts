import { eq } from "drizzle-orm";
import { returnEvents, returnRequests } from "~db/schema/returns";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { mayMoveReturn, returnClock, type ReturnMover, type ReturnStatus } from "./return-status";

export type ReturnTransition = {
  returnRequestId: string;
  to: ReturnStatus;
  by: ReturnMover;
  /** What the mover said; the others read it. */
  note: string;
  actorId: string | null;
};

/** Moves a request along the table of allowed moves, with its event and its next deadline. */
export async function transitionReturn(
  tx: Transaction,
  { returnRequestId, to, by, note, actorId }: ReturnTransition,
): Promise<Result<{ occurredAt: number }, "move_not_allowed">> {
  const [request] = await tx
    .select({ status: returnRequests.status })
    .from(returnRequests)
    .where(eq(returnRequests.id, returnRequestId))
    .limit(1);
  if (!request || !mayMoveReturn(request.status, to, by)) return fail("move_not_allowed");
  const occurredAt = now();
  await tx
    .update(returnRequests)
    .set({ status: to, clockAt: returnClock(to, occurredAt) })
    .where(eq(returnRequests.id, returnRequestId));
  await tx.insert(returnEvents).values({
    id: newId("rte"),
    returnRequestId,
    fromStatus: request.status,
    toStatus: to,
    movedBy: by,
    note,
    actorId,
    occurredAt,
  });
  return succeed({ occurredAt });
}
