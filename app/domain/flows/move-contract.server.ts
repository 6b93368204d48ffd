import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { ContractStatus } from "~/domain/contracts/contract-status";
import { loadContract, loadOffer } from "~/domain/contracts/queries-records.server";
import { transitionContract } from "~/domain/contracts/transition-contract.server";
import type { ContractRecord } from "~/domain/contracts/types";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** Whose move it is: a household's of its own, the buyer's whose key the door has checked, the clock's. */
export type ContractParticipant =
  { by: "household"; scope: Scope } | { by: "buyer" } | { by: "clock" };

export type ContractMove = {
  actor: Actor;
  mover: ContractParticipant;
  code: string;
  /** Offering and concluding are flows of their own. */
  to: Exclude<ContractStatus, "offered" | "concluded" | "fulfilled">;
  note: string;
  /** Of the offer that a wish for another one is about. */
  textHash?: string;
};
export type MoveContractCode = "contract_not_found" | "move_not_allowed" | "contract_changed";

/**
 * One move of a contract that agrees on nothing: asked anew, declined, withdrawn, ended, lapsed. A move that has happened
 * already answers ok and does nothing: the form was sent twice. A wish about an offer that was replaced meanwhile is
 * `contract_changed`.
 */
export async function moveContract({
  actor,
  mover,
  code,
  to,
  note,
  textHash,
}: ContractMove): Promise<Result<null, MoveContractCode>> {
  return inTransaction(async (tx) => {
    const contract = await loadContract(tx, code);
    if (!contract || !isInReach(mover, contract)) return fail("contract_not_found");
    if (contract.status === to) return succeed(null);
    const isDue = contract.clockAt !== null && contract.clockAt <= now();
    if (mover.by === "clock" && !isDue) return fail("move_not_allowed");
    if (textHash !== undefined && (await loadOffer(tx, contract.id))?.textHash !== textHash) {
      return fail("contract_changed");
    }
    const actorId = actorIdOf(actor);
    const move = { to, by: mover.by, note, actorId, terms: null };
    const moved = await transitionContract(tx, { contractId: contract.id, ...move });
    if (!moved.ok) return moved;
    await recordAction(tx, {
      actor,
      action: `contract.${to}`,
      subject: { kind: "contract", id: contract.id },
      before: { status: contract.status },
      after: { status: to, note },
    });
    return succeed(null);
  });
}

function isInReach(mover: ContractParticipant, contract: ContractRecord): boolean {
  return mover.by !== "household" || isInScope(mover.scope, contract.householdId);
}
