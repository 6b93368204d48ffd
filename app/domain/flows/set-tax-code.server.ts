import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { setTaxCode as set, type TaxCodeCode } from "~/domain/households/set-tax-code.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A household states its tax code; the audit log keeps the act and not the number, which may be a person's. */
export async function setTaxCode(
  actor: Actor,
  scope: Scope,
  input: { householdId: string; taxCode: string | null },
): Promise<Result<null, TaxCodeCode>> {
  return inTransaction(async (tx) => {
    const result = await set(tx, scope, input);
    if (!result.ok) return result;
    if (result.value.hasChanged) {
      await recordAction(tx, {
        actor,
        action: "household.set_tax_code",
        subject: { kind: "household", id: input.householdId },
        after: { isStated: input.taxCode !== null },
      });
    }
    return succeed(null);
  });
}
