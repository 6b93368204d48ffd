import { eq } from "drizzle-orm";
import { disbursementEvents, disbursements } from "~db/schema/settlement";
import { payoutOrders } from "~db/schema/settlement-payouts";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { canMoveDisbursement, type DisbursementStatus } from "./disbursement-status";
import { loadDisbursement } from "./queries-disbursements-records.server";

export type DisbursementTransition = {
  disbursementId: string;
  to: DisbursementStatus;
  /** Null: the bank's line moves it. */
  actorId: string | null;
  note: string | null;
  /** The bank's line by which it left; with `paid` only. */
  bankTransactionId?: string;
};

/** Moves a disbursement along the table of allowed moves, with its event; its money is for the caller to post. */
export async function transitionDisbursement(
  tx: Transaction,
  { disbursementId, to, actorId, note, bankTransactionId }: DisbursementTransition,
): Promise<Result<null, "move_not_allowed">> {
  const disbursement = await loadDisbursement(tx, disbursementId);
  if (!disbursement || !canMoveDisbursement(disbursement.status, to)) {
    return fail("move_not_allowed");
  }
  await tx
    .update(disbursements)
    .set({
      status: to,
      ...(to === "approved" ? { approvedById: actorId } : {}),
      ...(bankTransactionId === undefined ? {} : { bankTransactionId }),
    })
    .where(eq(disbursements.id, disbursementId));
  if (disbursement.kind === "payout") {
    // The orders of what did not arrive may be paid again.
    await tx
      .update(payoutOrders)
      .set({ isStanding: to !== "withdrawn" && to !== "returned" })
      .where(eq(payoutOrders.disbursementId, disbursementId));
  }
  await tx.insert(disbursementEvents).values({
    id: newId("dse"),
    disbursementId,
    fromStatus: disbursement.status,
    toStatus: to,
    actorId,
    note,
    occurredAt: now(),
  });
  return succeed(null);
}
