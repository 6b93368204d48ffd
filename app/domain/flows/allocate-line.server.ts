import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { loadBankTransaction } from "~/domain/payments/queries-records.server";
import { PURPOSES_OF, TWO_PERSON_FROM_VND } from "~/domain/settlement/allocation-purposes";
import { decideAllocation } from "~/domain/settlement/decide-allocation.server";
import { loadProposal } from "~/domain/settlement/queries-allocations.server";
import { recordAllocation } from "~/domain/settlement/record-allocation.server";
import { inTransaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { sumVnd } from "~/platform/money";
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
  | "parts_do_not_add_up";

/**
 * An officer says what a line in suspense was for, part by part. Below the limit it is posted at once; from there on
 * it waits for a second person.
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
    const leftVnd = line.amountVnd - sumVnd(parts.map((part) => part.amountVnd));
    if (leftVnd !== 0) return fail("parts_do_not_add_up", { leftVnd });
    const resolved = [];
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
    const isDone = line.amountVnd < TWO_PERSON_FROM_VND;
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
