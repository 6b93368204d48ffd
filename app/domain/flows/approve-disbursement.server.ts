import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import {
  findDisbursementsByCode,
  loadPayee,
} from "~/domain/settlement/queries-disbursements-records.server";
import { transitionDisbursement } from "~/domain/settlement/transition-disbursement.server";
import { inTransaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";

export type ApproveDisbursementCode =
  | "disbursement_not_found"
  | "move_not_allowed"
  | "second_person_needed"
  | "payee_second_person"
  | "payee_changed"
  | "amount_over_owed";

/**
 * A second person agrees to what is to be sent. From now on its amount is held back, so that it cannot be owed or
 * approved twice. Neither who prepared it nor who noted the account may; an account that was noted anew since needs a new
 * one. Approving again changes nothing.
 */
export async function approveDisbursement(
  actor: UserActor,
  input: { code: string },
): Promise<Result<null, ApproveDisbursementCode>> {
  return inTransaction(async (tx) => {
    const [disbursement] = await findDisbursementsByCode(tx, [input.code]);
    if (!disbursement) return fail("disbursement_not_found");
    const { id, ownerId, status, preparedById } = disbursement;
    if (status === "approved") return succeed(null);
    if (preparedById === actor.userId) return fail("second_person_needed");
    const payee = await loadPayee(tx, ownerId);
    if (payee?.sealedAccount !== disbursement.sealedAccount) return fail("payee_changed");
    if (payee.enteredById === actor.userId) return fail("payee_second_person");
    const owedVnd = await balanceOf({ kind: "refund_due", ownerId }, tx);
    const amountVnd = vnd(disbursement.amountVnd);
    if (amountVnd > owedVnd) return fail("amount_over_owed", { owedVnd });
    const to = "approved" as const;
    const moved = await transitionDisbursement(tx, {
      disbursementId: id,
      to,
      actorId: actor.userId,
      note: null,
    });
    if (!moved.ok) return moved;
    await postTransfer(tx, {
      key: `disbursement:${id}:approved`,
      debit: { kind: "refund_due", ownerId },
      credit: { kind: "disbursement", ownerId: id },
      amountVnd,
      reason: "disbursement_approved",
      reference: { kind: "disbursement", id },
    });
    await recordAction(tx, {
      actor,
      action: "disbursement.approve",
      subject: { kind: "disbursement", id },
      before: { status },
      after: { status: to, amountVnd },
    });
    return succeed(null);
  });
}
