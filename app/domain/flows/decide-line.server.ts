import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { loadBankTransaction, newestReceiptOf } from "~/domain/payments/queries-records.server";
import type { BankTransactionRecord } from "~/domain/payments/types";
import { decideAllocation } from "~/domain/settlement/decide-allocation.server";
import { loadProposal } from "~/domain/settlement/queries-allocations.server";
import { loadDisbursement } from "~/domain/settlement/queries-disbursements-records.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { listToSend } from "~/domain/settlement/queries-payout-records.server";
import type { AllocationRecord } from "~/domain/settlement/types-allocations";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { sumVnd } from "~/platform/money";
import { fail, succeed, type Failure, type Result } from "~/platform/result";
import { awaitsLine } from "./awaits-line.server";
import { programmeLimit } from "./programme-limit.server";
import { findStrayTax, type StrayTaxCode } from "./find-stray-tax.server";
import { postAllocation } from "./post-allocation.server";

export type DecideLineCode =
  | "bank_line_not_found"
  | "allocation_gone"
  | "form_outdated"
  | "second_person_needed"
  | "order_changed"
  | "part_disbursement_not_awaited"
  | "part_courier_differs"
  | StrayTaxCode
  | "part_programme_differs";

/**
 * The second person agrees to what the first said of a line, and it is posted; or refuses it, which the first may do
 * too. `allocation_gone`: nothing waits for an answer any more; `form_outdated`: something else does than they were shown.
 */
export async function decideLine(
  actor: UserActor,
  input: {
    bankTransactionId: string;
    allocationId: string;
    decision: "agree" | "refuse";
    note: string;
  },
): Promise<Result<null, DecideLineCode>> {
  const { bankTransactionId, decision, note } = input;
  return inTransaction(async (tx) => {
    const line = await loadBankTransaction(tx, bankTransactionId);
    if (!line) return fail("bank_line_not_found");
    const proposal = await loadProposal(tx, bankTransactionId);
    if (!proposal) return fail("allocation_gone");
    if (proposal.id !== input.allocationId) return fail("form_outdated");
    if (decision === "agree") {
      if (proposal.proposedById === actor.userId) return fail("second_person_needed");
      if (!(await areAwaited(tx, line, proposal))) return fail("part_disbursement_not_awaited");
      const stray =
        (await findStrayCash(tx, proposal)) ??
        (await findStrayTaxOf(tx, line, proposal)) ??
        (await findProgrammePaid(tx, line, proposal));
      if (stray) return stray;
      if (await haveOrdersTakenMoney(tx, proposal)) return fail("order_changed");
      await postAllocation(tx, actor, { line, proposal });
    }
    const status = decision === "agree" ? "done" : "refused";
    const decidedById = actor.userId;
    await decideAllocation(tx, { allocationId: proposal.id, status, decidedById, note });
    await recordAction(tx, {
      actor,
      action: decision === "agree" ? "bank_transaction.allocate" : "bank_transaction.refuse",
      subject: { kind: "bank_transaction", id: bankTransactionId },
      after: { note, parts: proposal.parts },
    });
    return succeed(null);
  });
}

/** What the first person saw is not what the second would agree to: the order was paid otherwise meanwhile. */
async function haveOrdersTakenMoney(
  tx: Transaction,
  { parts, proposedAt }: AllocationRecord,
): Promise<boolean> {
  for (const { purpose, subjectId } of parts) {
    if (purpose !== "order" || subjectId === null) continue;
    const newest = await newestReceiptOf(tx, subjectId);
    if (newest !== null && newest >= proposedAt) return true;
  }
  return false;
}

/** Carriers may have settled by another line meanwhile. */
async function findStrayCash(
  tx: Transaction,
  { parts }: AllocationRecord,
): Promise<Failure<"part_courier_differs"> | null> {
  const settled = parts.find(({ purpose }) => purpose === "courier");
  if (!settled) return null;
  const heldVnd = await balanceOf({ kind: "courier" }, tx);
  return settled.amountVnd <= heldVnd ? null : fail("part_courier_differs", { amountVnd: heldVnd });
}

/** Goods may have come back meanwhile, or another line have paid it. */
async function findStrayTaxOf(
  tx: Transaction,
  line: BankTransactionRecord,
  { parts }: AllocationRecord,
): Promise<Failure<StrayTaxCode> | null> {
  const paid = parts.find(({ purpose }) => purpose === "tax");
  return paid ? findStrayTax(tx, { line, amountVnd: paid.amountVnd }) : null;
}

/** A programme may have paid by another line meanwhile, or goods that it had paid for have come back. */
async function findProgrammePaid(
  tx: Transaction,
  line: BankTransactionRecord,
  { parts }: AllocationRecord,
): Promise<Failure<"part_programme_differs"> | null> {
  for (const { purpose, subjectId, amountVnd } of parts) {
    if (purpose !== "voucher" || subjectId === null) continue;
    const leftVnd = await programmeLimit(tx, { programmeId: subjectId, direction: line.direction });
    if (amountVnd > leftVnd) return fail("part_programme_differs", { amountVnd: leftVnd });
  }
  return null;
}

/** Since it was proposed, the disbursement, or one of the batch, may have been withdrawn or paid by another line. */
async function areAwaited(
  tx: Transaction,
  line: BankTransactionRecord,
  { parts }: AllocationRecord,
): Promise<boolean> {
  for (const [place, { purpose, subjectId, amountVnd }] of parts.entries()) {
    if (subjectId === null) continue;
    if (purpose === "batch") {
      const left = await listToSend(tx, subjectId);
      if (sumVnd(left.map((payout) => payout.amountVnd)) !== amountVnd) return false;
    }
    if (purpose !== "disbursement") continue;
    const disbursement = await loadDisbursement(tx, subjectId);
    const beside = parts.slice(0, place);
    if (!disbursement || !(await awaitsLine(tx, { line, disbursement, amountVnd, beside }))) {
      return false;
    }
  }
  return true;
}
