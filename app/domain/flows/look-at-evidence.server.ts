import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { listEvidence } from "~/domain/payments/queries-evidence.server";
import type { EvidenceReport } from "~/domain/payments/types-evidence";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** What the bank's providers told of a line, in their own words; each look is noted with who looked. */
export async function lookAtEvidence(
  actor: Actor,
  { bankTransactionId }: { bankTransactionId: string },
): Promise<Result<EvidenceReport[], "bank_line_not_found">> {
  return inTransaction(async (tx) => {
    const reports = await listEvidence(tx, bankTransactionId);
    if (reports.length === 0) return fail("bank_line_not_found");
    await recordAction(tx, {
      actor,
      action: "bank_transaction.look",
      subject: { kind: "bank_transaction", id: bankTransactionId },
    });
    return succeed(reports);
  });
}
