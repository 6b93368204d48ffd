import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { Scope } from "~/domain/identity/scope";
import { withdrawSupply as withdraw } from "~/domain/supply/withdraw-supply.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { noteEndedMatches } from "./note-ended-matches.server";

/** A household takes back what it declared: the frost came, or it is sold already. */
export async function withdrawSupply(
  actor: UserActor,
  scope: Scope,
  declarationId: string,
): Promise<Result<null, "declaration_not_found">> {
  return inTransaction(async (tx) => {
    const withdrawn = await withdraw(tx, scope, { declarationId, actorId: actor.userId });
    if (!withdrawn.ok) return withdrawn;
    const { hasChanged, endedMatchIds, ...before } = withdrawn.value;
    if (hasChanged) {
      await recordAction(tx, {
        actor,
        action: "supply.withdraw",
        subject: { kind: "supply_declaration", id: declarationId },
        before,
      });
    }
    await noteEndedMatches(tx, actor, { by: "household", matchIds: endedMatchIds });
    return succeed(null);
  });
}
