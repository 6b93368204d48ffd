import { eq } from "drizzle-orm";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { loadTaxChange, TAX_CHANGE_TABLES } from "./queries-tax-changes.server";
import type { TaxChangeKind } from "./tax-changes";

export type WithdrawTaxChangeCode = "tax_change_not_found" | "tax_change_in_force";

/** Anybody takes back what nobody has agreed to yet, or whose day has not come: it is as if it had never been entered. */
export async function withdrawTaxChange(
  tx: Transaction,
  { kind, id }: { kind: TaxChangeKind; id: string },
): Promise<Result<{ effectiveOn: string; isNew: boolean }, WithdrawTaxChangeCode>> {
  const asked = await loadTaxChange(tx, { kind, id });
  if (!asked) return fail("tax_change_not_found");
  const { effectiveOn } = asked;
  if (asked.withdrawnAt !== null) return succeed({ effectiveOn, isNew: false });
  if (asked.agreedAt !== null && effectiveOn <= localDateOf(now())) {
    return fail("tax_change_in_force");
  }
  const table = TAX_CHANGE_TABLES[kind];
  await tx.update(table).set({ withdrawnAt: now() }).where(eq(table.id, id));
  return succeed({ effectiveOn, isNew: true });
}
