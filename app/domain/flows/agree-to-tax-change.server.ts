import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  agreeToTaxChange as agree,
  type AgreeToTaxChangeCode,
} from "~/domain/settlement/agree-to-tax-change.server";
import type { TaxChangeKind } from "~/domain/settlement/tax-changes";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A second officer agrees to what another proposed. */
export async function agreeToTaxChange(
  actor: UserActor,
  change: { kind: TaxChangeKind; id: string },
): Promise<Result<null, AgreeToTaxChangeCode>> {
  return inTransaction(async (tx) => {
    const agreed = await agree(tx, { ...change, agreedById: actor.userId });
    if (!agreed.ok) return agreed;
    if (agreed.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "tax_change.agree",
        subject: { kind: `tax_${change.kind}`, id: change.id },
        after: { effectiveOn: agreed.value.effectiveOn },
      });
    }
    return succeed(null);
  });
}
