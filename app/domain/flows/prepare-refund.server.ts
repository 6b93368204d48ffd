import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  prepareDisbursement,
  type PrepareDisbursementCode,
} from "~/domain/settlement/prepare-disbursement.server";
import { findPayeeTrust } from "~/domain/settlement/queries-payee-trust.server";
import { findOwnerCheckout } from "~/domain/settlement/queries-refund.server";
import type { CardStop } from "~/domain/payments/queries-strays-records.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { Vnd } from "~/platform/money";
import { findContest } from "./find-contest.server";

/**
 * An officer says what is to be paid back of what is owed to an owner (a purchase, or a line whose sender nobody
 * knows); a second one has to approve it. `card_disputed`: the buyer's bank wants the same money back. `payee_waiting`: its
 * link has just named another account.
 */
export async function prepareRefund(
  actor: UserActor,
  input: { ownerId: string; amountVnd: Vnd },
): Promise<Result<{ code: string }, PrepareDisbursementCode | CardStop | "payee_waiting">> {
  const { ownerId, amountVnd } = input;
  return inTransaction(async (tx) => {
    const checkoutId = await findOwnerCheckout(tx, ownerId);
    const contest = checkoutId === null ? null : await findContest(tx, checkoutId);
    if (contest !== null) return fail(contest);
    const prepared = await prepareDisbursement(tx, {
      ownerId,
      checkoutId,
      amountVnd,
      preparedById: actor.userId,
    });
    if (!prepared.ok) return prepared;
    if ((await findPayeeTrust(tx, ownerId)).waitsUntil !== null) return fail("payee_waiting");
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
