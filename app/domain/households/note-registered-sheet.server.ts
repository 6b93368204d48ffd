import { registeredSheets } from "~db/schema/households-delegations";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Keeps which household a sheet has become, and by which question and photo it is asked; a later word replaces the earlier. */
export async function noteRegisteredSheet(
  tx: Transaction,
  input: {
    sheetId: string;
    agentId: string;
    householdId: string;
    delegationId: string | null;
    photoHash: string | null;
  },
): Promise<void> {
  const { sheetId, ...facts } = input;
  const { delegationId, photoHash } = facts;
  await tx
    .insert(registeredSheets)
    .values({ id: sheetId, ...facts, registeredAt: now() })
    .onConflictDoUpdate({ target: registeredSheets.id, set: { delegationId, photoHash } });
}
