import { taxRules, taxThresholds } from "~db/schema/settlement-tax";
import { TAX_RULES, TAX_THRESHOLDS } from "~db/seeds/reference/tax-rules";
import type { UserActor } from "~/domain/audit/actor";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf, startOfDate, type LocalDate } from "~/platform/period";
import { agreeToTaxChange } from "./agree-to-tax-change.server";
import { enterTaxChange } from "./enter-tax-change.server";

/** Test support: the rules and the threshold that every installation has. */
export async function insertTaxRules(): Promise<void> {
  await inTransaction(async (tx) => {
    for (const rule of TAX_RULES) {
      const enteredAt = startOfDate(rule.effectiveOn);
      await tx
        .insert(taxRules)
        .values({ ...rule, id: newId("txr"), enteredAt, agreedAt: enteredAt });
    }
    for (const rule of TAX_THRESHOLDS) {
      const enteredAt = startOfDate(rule.effectiveOn);
      await tx
        .insert(taxThresholds)
        .values({ ...rule, id: newId("txt"), enteredAt, agreedAt: enteredAt });
    }
  });
}

/** Two officers switch withholding on, or off, from that day on. */
export async function switchWithholding(
  [one, two]: readonly [UserActor, UserActor],
  to: "on" | "off",
  effectiveOn: LocalDate = localDateOf(now()),
): Promise<void> {
  const id = newId("whs");
  const values = { isOn: to === "on", note: "Theo công văn" };
  const proposed = await enterTaxChange(one, { kind: "withholding", id, effectiveOn, values });
  const agreed = await agreeToTaxChange(two, { kind: "withholding", id });
  if (!proposed.ok || !agreed.ok) throw new Error("not switched");
}
