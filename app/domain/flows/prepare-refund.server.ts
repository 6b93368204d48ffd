import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  prepareDisbursement,
  type PrepareDisbursementCode,
} from "~/domain/settlement/prepare-disbursement.server";
import { findOwnerCheckout } from "~/domain/settlement/queries-refund.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import type { Vnd } from "~/platform/money";

/**
 * An officer says what is to be paid back of what is owed to an owner (a purchase, or a line whose sender nobody
 * knows); a second one has to approve it.
 */
export async function prepareRefund(
  actor: UserActor,
  input: { ownerId: string; amountVnd: Vnd },
): Promise<Result<{ code: string }, PrepareDisbursementCode>> {
  const { ownerId, amountVnd } = input;
  return inTransaction(async (tx) => {
    const checkoutId = await findOwnerCheckout(tx, ownerId);
    const prepared = await prepareDisbursement(tx, {
      ownerId,
      checkoutId,
      amountVnd,
      preparedById: actor.userId,
    });
    if (!prepared.ok) return prepared;
    const { id, code, isNew } = prepared.value;
    if (isNew) {
      await recordAction(tx, {
        actor,
        action: "disbursement.prepare",
        subject: { kind: "disbursement", id },
        after: { ownerId, amountVnd, status: "prepared" },
      });
    }
    return succeed({ code });
  });
}
