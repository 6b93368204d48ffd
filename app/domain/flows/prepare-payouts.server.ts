import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { createBatch } from "~/domain/settlement/create-batch.server";
import { preparePayout } from "~/domain/settlement/prepare-payout.server";
import { isBatchOf, loadPayee } from "~/domain/settlement/queries-disbursements-records.server";
import { findBatch } from "~/domain/settlement/queries-payout-records.server";
import { loadCandidates } from "~/domain/settlement/queries-payouts.server";
import { setOffDebts } from "~/domain/settlement/set-off-debts.server";
import type { PayoutCandidate } from "~/domain/settlement/types-payouts";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";

export type PreparePayoutsCode = "payouts_none" | "payout_stopped_since" | "form_outdated";

/**
 * An officer prepares what is ripe of these households as one batch, for a second person to approve: one payout each,
 * with the orders that it pays, what the household owes taken off. When one of them cannot be paid any more, none is:
 * who ticked it sees why. The same form sent again answers the same batch;
 * with other households it is one that was kept from before (`form_outdated`), and prepares nothing.
 */
export async function preparePayouts(
  actor: UserActor,
  input: { householdIds: readonly string[]; submissionKey: string },
): Promise<Result<{ code: string }, PreparePayoutsCode>> {
  const { submissionKey } = input;
  const householdIds = [...new Set(input.householdIds)];
  return inTransaction(async (tx) => {
    const known = await findBatch(tx, { submissionKey });
    if (known) {
      const isSame = await isBatchOf(tx, { batchId: known.id, householdIds });
      return isSame ? succeed({ code: known.code }) : fail("form_outdated");
    }
    const candidates = await loadCandidates(tx, householdIds);
    if (candidates.length === 0) return fail("payouts_none");
    const stopped = candidates.find(({ stops }) => stops.length > 0);
    if (stopped) return fail("payout_stopped_since", { name: stopped.name });
    const batch = await createBatch(tx, { submissionKey, preparedById: actor.userId });
    for (const candidate of candidates) await fill(tx, actor, { batchId: batch.id, candidate });
    return succeed({ code: batch.code });
  });
}

async function fill(
  tx: Transaction,
  actor: UserActor,
  { batchId, candidate }: { batchId: string; candidate: PayoutCandidate },
) {
  const { householdId, payable } = candidate;
  const payee = present(await loadPayee(tx, householdId), "a payout without an account");
  const orders = await setOffDebts(tx, { householdId, batchId, orders: payable.orders });
  const preparedById = actor.userId;
  const payout = await preparePayout(tx, { householdId, batchId, preparedById, payee, orders });
  await recordAction(tx, {
    actor,
    action: "disbursement.prepare",
    subject: { kind: "disbursement", id: payout.id },
    after: { batchId, householdId, amountVnd: payout.amountVnd, status: "prepared" },
  });
}
