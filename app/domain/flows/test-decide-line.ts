import type { UserActor } from "~/domain/audit/actor";
import { loadProposal } from "~/domain/settlement/queries-allocations.server";
import { reader } from "~/platform/db.server";
import { decideLine } from "./decide-line.server";

type Decision = Omit<Parameters<typeof decideLine>[1], "allocationId">;

/** As who has the page of what is said of a line now. */
export async function decideShown(actor: UserActor, decision: Decision) {
  const proposal = await loadProposal(reader(), decision.bankTransactionId);
  return decideLine(actor, { ...decision, allocationId: proposal?.id ?? "" });
}
