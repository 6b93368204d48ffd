import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { BankTransactionRecord } from "~/domain/payments/types";
import { loadBankTransaction } from "~/domain/payments/queries-records.server";
import { PURPOSES_OF, TWO_PERSON_FROM_VND } from "~/domain/settlement/allocation-purposes";
import { decideAllocation } from "~/domain/settlement/decide-allocation.server";
import { loadDisbursement } from "~/domain/settlement/queries-disbursements-records.server";
import { loadProposal, sumAllocatedAlone } from "~/domain/settlement/queries-allocations.server";
import { recordAllocation } from "~/domain/settlement/record-allocation.server";
import type { AllocationPart } from "~/domain/settlement/types-allocations";
import { now } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { sumVnd } from "~/platform/money";
import { localDateOf, startOfDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { postAllocation } from "./post-allocation.server";
import { resolvePart, type LineAnswerPart, type ResolvePartCode } from "./resolve-part.server";

export type LineAnswer = {
  bankTransactionId: string;
  /** Why: somebody who was not there has to understand it. */
  note: string;
  parts: readonly LineAnswerPart[];
};
export type AllocateLineCode =
  | ResolvePartCode
  | "bank_line_not_found"
  | "line_not_in_suspense"
  | "allocation_waiting"
  | "purpose_not_possible"
  | "known_is_whole"
  | "parts_do_not_add_up";

/**
 * What a file brought in its bringer could have written, and what is said to be known already takes money out of the
 * books: both need a second person, as does more than the limit, in one line or in one day, and what came back with much
 * less than had been sent.
 */
async function mayAlone(
  tx: Transaction,
  given: { line: BankTransactionRecord; userId: string; parts: readonly AllocationPart[] },
): Promise<boolean> {
  const { line, userId, parts } = given;
  if (line.provider === "statement") return false;
  if (parts.some(({ purpose }) => purpose === "known")) return false;
  if (line.direction === "in" && (await costsMuch(tx, parts))) return false;
  const since = startOfDate(localDateOf(now()));
  const earlierVnd = await sumAllocatedAlone(tx, { userId, since });
  return earlierVnd + line.amountVnd < TWO_PERSON_FROM_VND;
}

/** More than any bank takes for sending a transfer back. */
const KEPT_MOST_VND = 50_000;

/** What had been sent comes back with so little that most of it would be our cost, and would be paid again. */
async function costsMuch(tx: Transaction, parts: readonly AllocationPart[]): Promise<boolean> {
  for (const { purpose, subjectId, amountVnd } of parts) {
    if (purpose !== "disbursement" || subjectId === null) continue;
    const sent = present(await loadDisbursement(tx, subjectId), "a disbursement that is gone");
    if (sent.amountVnd - amountVnd > KEPT_MOST_VND) return true;
  }
  return false;
}

/**
 * An officer says what a line in suspense was for, part by part. What needs a second person waits for one, the rest is
 * posted at once.
 */
export async function allocateLine(
  actor: UserActor,
  { bankTransactionId, note, parts }: LineAnswer,
): Promise<Result<{ isDone: boolean }, AllocateLineCode>> {
  return inTransaction(async (tx) => {
    const line = await loadBankTransaction(tx, bankTransactionId);
    if (!line) return fail("bank_line_not_found");
    if (line.status !== "suspense") return fail("line_not_in_suspense");
    if (await loadProposal(tx, bankTransactionId)) return fail("allocation_waiting");
    if (parts.some(({ purpose }) => !PURPOSES_OF[line.direction].includes(purpose))) {
      return fail("purpose_not_possible");
    }
    if (parts.length > 1 && parts.some(({ purpose }) => purpose === "known")) {
      return fail("known_is_whole");
    }
    const leftVnd = line.amountVnd - sumVnd(parts.map((part) => part.amountVnd));
    if (leftVnd !== 0) return fail("parts_do_not_add_up", { leftVnd });
    const resolved: AllocationPart[] = [];
    for (const part of parts) {
      const one = await resolvePart(tx, { line, part, earlier: resolved });
      if (!one.ok) return one;
      resolved.push(one.value);
    }
    const allocationId = await recordAllocation(tx, {
      bankTransactionId,
      note,
      proposedById: actor.userId,
      parts: resolved,
    });
    const isDone = await mayAlone(tx, { line, userId: actor.userId, parts: resolved });
    if (isDone) {
      const proposal = present(await loadProposal(tx, bankTransactionId), "just recorded");
      await postAllocation(tx, actor, { line, proposal });
      const decidedById = actor.userId;
      await decideAllocation(tx, { allocationId, status: "done", decidedById, note: "" });
    }
    await recordAction(tx, {
      actor,
      action: isDone ? "bank_transaction.allocate" : "bank_transaction.propose",
      subject: { kind: "bank_transaction", id: bankTransactionId },
      after: { note, parts: resolved },
    });
    return succeed({ isDone });
  });
}
