import { allocationParts, allocations } from "~db/schema/settlement";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { NewAllocation } from "./types-allocations";

/**
 * Keeps what a person says that a line was for; posting it is for the caller. Throws when the line has an answer that
 * stands: the caller has looked.
 */
export async function recordAllocation(tx: Transaction, input: NewAllocation): Promise<string> {
  const id = newId("alc");
  const { bankTransactionId, note, proposedById } = input;
  await tx.insert(allocations).values({
    id,
    bankTransactionId,
    status: "proposed",
    note,
    proposedById,
    proposedAt: now(),
  });
  await tx
    .insert(allocationParts)
    .values(input.parts.map((part) => ({ id: newId("alp"), allocationId: id, ...part })));
  return id;
}
