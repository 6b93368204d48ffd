import { reconciliationNotes } from "~db/schema/settlement-reconciliation";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { Difference } from "./reconciliation";

/** What an officer knows of a difference; it goes with the difference, not with the run that found it. */
export async function noteDifference(
  tx: Transaction,
  input: { difference: Omit<Difference, "besideId">; note: string; notedById: string },
): Promise<void> {
  const { name, subjectId, expectedVnd, actualVnd } = input.difference;
  await tx.insert(reconciliationNotes).values({
    id: newId("ren"),
    name,
    subjectId,
    expectedVnd,
    actualVnd,
    note: input.note,
    notedById: input.notedById,
    notedAt: now(),
  });
}
