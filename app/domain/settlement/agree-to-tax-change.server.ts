import { eq } from "drizzle-orm";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { loadTaxChange, TAX_CHANGE_TABLES } from "./queries-tax-changes.server";
import { firstTaxDay, type TaxChangeKind } from "./tax-changes";

export type AgreeToTaxChangeCode = "tax_change_not_found" | "second_person_needed" | "tax_day_past";

/** A second person agrees, while the day may still be entered: what was sold by then stays as it was. */
export async function agreeToTaxChange(
  tx: Transaction,
  { kind, id, agreedById }: { kind: TaxChangeKind; id: string; agreedById: string },
): Promise<Result<{ effectiveOn: string; isNew: boolean }, AgreeToTaxChangeCode>> {
  const asked = await loadTaxChange(tx, { kind, id });
  if (!asked || asked.withdrawnAt !== null) return fail("tax_change_not_found");
  const { effectiveOn } = asked;
  if (asked.agreedAt !== null) return succeed({ effectiveOn, isNew: false });
  if (asked.enteredById === agreedById) return fail("second_person_needed");
  if (effectiveOn < firstTaxDay(kind, localDateOf(now()))) return fail("tax_day_past");
  const table = TAX_CHANGE_TABLES[kind];
  await tx.update(table).set({ agreedById, agreedAt: now() }).where(eq(table.id, id));
  return succeed({ effectiveOn, isNew: true });
}
