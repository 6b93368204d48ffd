import { eq } from "drizzle-orm";
import { taxThresholds } from "~db/schema/settlement-tax";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import type { NewTaxThreshold } from "./types-tax";

/** As `enterTaxRule`: from which revenue of a year on a household is taxed. */
export async function enterTaxThreshold(
  tx: Transaction,
  input: NewTaxThreshold & { enteredById: string | null },
): Promise<Result<{ isNew: boolean }, "tax_day_past">> {
  const { ruleId: id, ...rule } = input;
  if ((await tx.$count(taxThresholds, eq(taxThresholds.id, id))) > 0) {
    return succeed({ isNew: false });
  }
  if (rule.effectiveOn < localDateOf(now())) return fail("tax_day_past");
  await tx.insert(taxThresholds).values({ ...rule, id, enteredAt: now() });
  return succeed({ isNew: true });
}
