import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { openPayee } from "~/domain/settlement/open-payee.server";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import type { PayeeAccount } from "~/domain/settlement/types-disbursements";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type LookAtPayeeCode = "disbursement_not_found" | "payee_key_missing";

/** The whole account that a disbursement goes to, for whoever sends it; each look is noted with who looked. */
export async function lookAtPayee(
  actor: Actor,
  input: { code: string },
): Promise<Result<PayeeAccount, LookAtPayeeCode>> {
  return inTransaction(async (tx) => {
    const [disbursement] = await findDisbursementsByCode(tx, [input.code]);
    if (!disbursement) return fail("disbursement_not_found");
    const account = openPayee(disbursement.ownerId, disbursement);
    if (!account) return fail("payee_key_missing");
    await recordAction(tx, {
      actor,
      action: "payee.look",
      subject: { kind: "disbursement", id: disbursement.id },
    });
    return succeed(account);
  });
}
