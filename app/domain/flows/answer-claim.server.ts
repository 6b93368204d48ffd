import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { noteClaimAnswer } from "~/domain/payments/note-claim-answer.server";
import { loadClaim } from "~/domain/payments/queries-claims.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type AnswerClaimCode = "claim_not_found" | "claim_answered";

/** What the department found, for the buyer to read. Moves no money: that is done on the bank's line. */
export async function answerClaim(
  actor: Actor,
  { claimId, to, answer }: { claimId: string; to: "found" | "not_found"; answer: string },
): Promise<Result<null, AnswerClaimCode>> {
  return inTransaction(async (tx) => {
    const claim = await loadClaim(tx, claimId);
    if (!claim) return fail("claim_not_found");
    if (claim.status === to) return succeed(null); // a second click, or another officer of the same mind
    if (claim.status !== "open") return fail("claim_answered");
    await noteClaimAnswer(tx, { claimId, to, answer, answeredById: actorIdOf(actor) });
    await recordAction(tx, {
      actor,
      action: "transfer_claim.answer",
      subject: { kind: "checkout", id: claim.checkoutId },
      after: { claimId, status: to },
    });
    return succeed(null);
  });
}
