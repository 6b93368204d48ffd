import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type TaxCodeCode = "household_not_found" | "tax_code_missing";

/** What a household in the scope states as its tax code; a primary producer may have none to state. */
export async function setTaxCode(
  tx: Transaction,
  scope: Scope,
  { householdId, taxCode }: { householdId: string; taxCode: string | null },
): Promise<Result<{ hasChanged: boolean }, TaxCodeCode>> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const [before] = await tx
    .select({ kind: households.kind, taxCode: households.taxCode })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  if (!before) return fail("household_not_found");
  if (taxCode === null && before.kind !== "household") return fail("tax_code_missing");
  if (before.taxCode === taxCode) return succeed({ hasChanged: false });
  await tx.update(households).set({ taxCode }).where(eq(households.id, householdId));
  return succeed({ hasChanged: true });
}
