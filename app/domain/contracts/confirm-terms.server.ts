import { contractConfirmations } from "~db/schema/contracts";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { ConfirmationChannel, ContractParty } from "./contract-parties";

export type Confirmation = {
  versionId: string;
  party: ContractParty;
  signerName: string;
  textHash: string;
  channel: ConfirmationChannel;
  actorId: string | null;
};

/** Writes down that a party said yes to this version, and how. Once a party: the database refuses a second time. */
export async function confirmTerms(tx: Transaction, confirmation: Confirmation): Promise<void> {
  await tx
    .insert(contractConfirmations)
    .values({ id: newId("ctc"), ...confirmation, confirmedAt: now() });
}
