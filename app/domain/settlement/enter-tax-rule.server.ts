import { eq } from "drizzle-orm";
import { taxRules } from "~db/schema/settlement-tax";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import type { NewTaxRule } from "./types-tax";

/**
 * What is kept back of a class from a day on, which is today or later: what was sold before keeps its rates. Another rule
 * for the same day replaces the first. The same form sent twice enters one.
 */
export async function enterTaxRule(
  tx: Transaction,
  input: NewTaxRule & { enteredById: string | null },
): Promise<Result<{ isNew: boolean }, "tax_day_past">> {
  const { ruleId: id, ...rule } = input;
  if ((await tx.$count(taxRules, eq(taxRules.id, id))) > 0) return succeed({ isNew: false });
  if (rule.effectiveOn < localDateOf(now())) return fail("tax_day_past");
  await tx.insert(taxRules).values({ ...rule, id, enteredAt: now() });
  return succeed({ isNew: true });
}
