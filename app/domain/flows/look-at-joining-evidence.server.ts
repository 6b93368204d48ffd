import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findEvidence } from "~/domain/joining/queries-checklists.server";
import { readEvidence } from "~/domain/joining/read-evidence.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

type Looked = { type: "jpg" | "pdf"; content: Uint8Array | null };

/** A household's paper, for the officer who decides about it or the helper who sent it; each look is noted with who looked. */
export async function lookAtJoiningEvidence(
  actor: Actor,
  { stepId, place }: { stepId: string; place: number },
): Promise<Result<Looked, "evidence_not_found">> {
  const found = await inTransaction(async (tx) => {
    const evidence = await findEvidence(stepId, place, tx);
    if (!evidence) return fail("evidence_not_found");
    await recordAction(tx, {
      actor,
      action: "joining.look",
      subject: { kind: "household", id: evidence.householdId },
      after: { stepId, place },
    });
    return succeed(evidence.file);
  });
  if (!found.ok) return found;
  return succeed({ type: found.value.type, content: await readEvidence(found.value) });
}
