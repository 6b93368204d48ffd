import { eq } from "drizzle-orm";
import { taxRules, taxThresholds, withholdingSwitches } from "~db/schema/settlement-tax";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { sameValues } from "~/platform/same-values";
import { TAX_CHANGE_TABLES } from "./queries-tax-changes.server";
import { firstTaxDay } from "./tax-changes";
import type { NewTaxChange } from "./types-tax";

export type EnterTaxChangeCode = "tax_day_past" | "form_saved_before";

/**
 * What an officer proposes to keep back from a day on: rates and thresholds from tomorrow at the earliest, and what was
 * sold before keeps its tax. Nothing changes before a second person agrees; of one day the one agreed to last counts.
 * The same form sent twice enters one; `form_saved_before`: it says something else now.
 */
export async function enterTaxChange(
  tx: Transaction,
  { change, enteredById }: { change: NewTaxChange; enteredById: string },
): Promise<Result<{ isNew: boolean }, EnterTaxChangeCode>> {
  const { id, effectiveOn, kind } = change;
  const table = TAX_CHANGE_TABLES[kind];
  const [known] = await tx.select().from(table).where(eq(table.id, id)).limit(1);
  if (known) {
    const isSame = sameValues(known, { effectiveOn, ...change.values });
    return isSame ? succeed({ isNew: false }) : fail("form_saved_before");
  }
  if (effectiveOn < firstTaxDay(kind, localDateOf(now()))) return fail("tax_day_past");
  const entered = { id, effectiveOn, enteredById, enteredAt: now() };
  switch (kind) {
    case "rules":
      await tx.insert(taxRules).values({ ...change.values, ...entered });
      break;
    case "thresholds":
      await tx.insert(taxThresholds).values({ ...change.values, ...entered });
      break;
    case "withholding":
      await tx.insert(withholdingSwitches).values({ ...change.values, ...entered });
  }
  return succeed({ isNew: true });
}
