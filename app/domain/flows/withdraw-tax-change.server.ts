import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  withdrawTaxChange as withdraw,
  type WithdrawTaxChangeCode,
} from "~/domain/settlement/withdraw-tax-change.server";
import type { TaxChangeKind } from "~/domain/settlement/tax-changes";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** An officer takes back what was proposed, or agreed to and has not come into force. */
export async function withdrawTaxChange(
  actor: UserActor,
  change: { kind: TaxChangeKind; id: string },
): Promise<Result<null, WithdrawTaxChangeCode>> {
  return inTransaction(async (tx) => {
    const withdrawn = await withdraw(tx, change);
    if (!withdrawn.ok) return withdrawn;
    if (withdrawn.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "tax_change.withdraw",
        subject: { kind: `tax_${change.kind}`, id: change.id },
        before: { effectiveOn: withdrawn.value.effectiveOn },
      });
    }
    return succeed(null);
  });
}
