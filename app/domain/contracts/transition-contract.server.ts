import { eq } from "drizzle-orm";
import { contractEvents, contracts } from "~db/schema/contracts";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import {
  contractClock,
  mayMoveContract,
  type ContractMover,
  type ContractStatus,
} from "./contract-status";

export type ContractTransition = {
  contractId: string;
  to: ContractStatus;
  by: ContractMover;
  /** What the mover said; the other reads it. */
  note: string;
  actorId: string | null;
  /** Of an offer or a contract in force; null for every other move. */
  terms: { validUntil: LocalDate; deliverBy: LocalDate } | null;
};

/** Moves a contract along the table of allowed moves, with its event and its next deadline. */
export async function transitionContract(
  tx: Transaction,
  { contractId, to, by, note, actorId, terms }: ContractTransition,
): Promise<Result<null, "move_not_allowed">> {
  const [contract] = await tx
    .select({ status: contracts.status })
    .from(contracts)
    .where(eq(contracts.id, contractId))
    .limit(1);
  if (!contract || !mayMoveContract(contract.status, to, by)) return fail("move_not_allowed");
  const occurredAt = now();
  await tx
    .update(contracts)
    .set({ status: to, clockAt: contractClock(to, { since: occurredAt, terms }) })
    .where(eq(contracts.id, contractId));
  await tx.insert(contractEvents).values({
    id: newId("cte"),
    contractId,
    fromStatus: contract.status,
    toStatus: to,
    movedBy: by,
    note,
    actorId,
    occurredAt,
  });
  return succeed(null);
}
