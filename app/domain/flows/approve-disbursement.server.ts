import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { CardStop } from "~/domain/payments/queries-strays-records.server";
import { isSameAccount } from "~/domain/settlement/open-payee.server";
import { owingAccount } from "~/domain/settlement/owing-account";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import {
  findDisbursementsByCode,
  loadPayee,
} from "~/domain/settlement/queries-disbursements-records.server";
import { findPayoutStop } from "~/domain/settlement/queries-payout-records.server";
import { findPayeeTrust } from "~/domain/settlement/queries-payee-trust.server";
import { transitionDisbursement } from "~/domain/settlement/transition-disbursement.server";
import type { DisbursementRecord } from "~/domain/settlement/types-disbursements";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { findContest } from "./find-contest.server";

export type ApproveDisbursementCode =
  | "disbursement_not_found"
  | "move_not_allowed"
  | "second_person_needed"
  | "payee_second_person"
  | "payee_changed"
  | "payee_waiting"
  | "payout_stopped"
  | CardStop
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
    if (disbursement.status === "prepared" && disbursement.kind === "payout") {
      const stop = await findPayoutStop(tx, disbursement);
      if (stop !== null)
        return fail(stop === "account_changed" ? "payee_changed" : "payout_stopped");
    }
    return approveInTransaction(tx, actor, disbursement);
  });
}

/** The same within a transaction, of one that was found; of a payout the caller has asked what stops it. */
export async function approveInTransaction(
  tx: Transaction,
  actor: UserActor,
  disbursement: DisbursementRecord,
): Promise<Result<null, Exclude<ApproveDisbursementCode, "payout_stopped">>> {
  const { id, ownerId, status, preparedById } = disbursement;
  if (status === "approved") return succeed(null);
  if (preparedById === actor.userId) return fail("second_person_needed");
  const { checkoutId } = disbursement;
  const contest = checkoutId === null ? null : await findContest(tx, checkoutId);
  if (contest !== null) return fail(contest);
  const payee = await loadPayee(tx, ownerId);
  if (payee === null || !isSameAccount(ownerId, payee, disbursement)) return fail("payee_changed");
  const isRefund = disbursement.kind === "refund";
  if (isRefund && (await findPayeeTrust(tx, ownerId)).waitsUntil !== null) {
    return fail("payee_waiting");
  }
  if (payee.enteredById === actor.userId) return fail("payee_second_person");
  const owedVnd = await balanceOf(owingAccount(disbursement), tx);
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
    debit: owingAccount(disbursement),
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
}
