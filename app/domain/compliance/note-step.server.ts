import { complianceSteps } from "~db/schema/compliance";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";

/** What was done elsewhere for a request stands among its steps; the request itself stays as it is. */
export async function noteStep(
  tx: Transaction,
  note: { requestId: string; step: "suspended" | "data_taken"; actorId: string },
): Promise<void> {
  const step = { id: newId("cqs"), ...note, words: "" };
  await tx.insert(complianceSteps).values({ ...step, occurredAt: now() });
}
