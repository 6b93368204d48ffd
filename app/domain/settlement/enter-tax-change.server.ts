import { eq } from "drizzle-orm";
import { taxRules, taxThresholds, withholdingSwitches } from "~db/schema/settlement-tax";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { TAX_CHANGE_TABLES } from "./queries-tax-changes.server";
import { firstTaxDay } from "./tax-changes";
import type { NewTaxChange } from "./types-tax";

/**
 * What an officer proposes to keep back from a day on: rates and thresholds from tomorrow at the earliest, and what was
 * sold before keeps its tax. Nothing changes before a second person agrees; of one day the one agreed to last counts.
 * The same form sent twice enters one.
 */
export async function enterTaxChange(
  tx: Transaction,
  { change, enteredById }: { change: NewTaxChange; enteredById: string },
): Promise<Result<{ isNew: boolean }, "tax_day_past">> {
  const { id, effectiveOn, kind } = change;
  const table = TAX_CHANGE_TABLES[kind];
  if ((await tx.$count(table, eq(table.id, id))) > 0) return succeed({ isNew: false });
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
