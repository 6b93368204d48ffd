import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { seeCase as see } from "~/domain/supply/see-case.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** An officer has read the news of a case of theirs. */
export async function seeCase(
  actor: UserActor,
  { caseId, shownAt }: { caseId: string; shownAt: number },
): Promise<Result<null, "case_not_found">> {
  return inTransaction(async (tx) => {
    const seen = await see(tx, { caseId, shownAt, actorId: actor.userId });
    if (!seen.ok) return seen;
    if (seen.value.hasChanged) {
      const subject = { kind: "supply_case", id: caseId } as const;
      await recordAction(tx, { actor, action: "supply_case.see", subject });
    }
    return succeed(null);
  });
}
