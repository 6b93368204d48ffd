import { and, desc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { taxRules, taxThresholds, withholdingSwitches } from "~db/schema/settlement-tax";
import type { TaxClass } from "~/domain/catalog/tax-class";
import type { SaleTax, TaxRate } from "~/domain/orders/sale-tax";
import { builtOnce, type ReadDatabase } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";

const selectSwitch = builtOnce((db) =>
  db
    .select({ isOn: withholdingSwitches.isOn })
    .from(withholdingSwitches)
    .where(
      and(
        isNotNull(withholdingSwitches.agreedAt),
        isNull(withholdingSwitches.withdrawnAt),
        lte(withholdingSwitches.effectiveOn, sql.placeholder("localDate")),
      ),
    )
    .orderBy(desc(withholdingSwitches.effectiveOn), desc(withholdingSwitches.agreedAt))
    .limit(1)
    .prepare(),
);

const selectRule = builtOnce((db) =>
  db
    .select({ vatBps: taxRules.vatBps, pitBps: taxRules.pitBps })
    .from(taxRules)
    .where(
      and(
        eq(taxRules.taxClass, sql.placeholder("taxClass")),
        isNotNull(taxRules.agreedAt),
        isNull(taxRules.withdrawnAt),
        lte(taxRules.effectiveOn, sql.placeholder("localDate")),
      ),
    )
    .orderBy(desc(taxRules.effectiveOn), desc(taxRules.agreedAt), desc(taxRules.id))
    .limit(1)
    .prepare(),
);

/** What is kept back for the State of an order placed on that day; null while nothing is, which is where it begins. */
export async function saleTaxOn(db: ReadDatabase, localDate: LocalDate): Promise<SaleTax> {
  const [given] = await selectSwitch(db).execute({ localDate });
  if (!given?.isOn) return null;
  const rateOf = async (taxClass: TaxClass): Promise<TaxRate> => {
    const [rule] = await selectRule(db).execute({ taxClass, localDate });
    return rule ?? { vatBps: 0, pitBps: 0 };
  };
  return {
    raw_self_produced: await rateOf("raw_self_produced"),
    processed: await rateOf("processed"),
    service: await rateOf("service"),
    transport: await rateOf("transport"),
  };
}

const selectThreshold = builtOnce((db) =>
  db
    .select({ thresholdVnd: taxThresholds.thresholdVnd })
    .from(taxThresholds)
    .where(
      and(
        isNotNull(taxThresholds.agreedAt),
        isNull(taxThresholds.withdrawnAt),
        lte(taxThresholds.effectiveOn, sql.placeholder("localDate")),
      ),
    )
    .orderBy(desc(taxThresholds.effectiveOn), desc(taxThresholds.agreedAt), desc(taxThresholds.id))
    .limit(1)
    .prepare(),
);

/** From which revenue of a year on a household is taxed, as it stands on that day; null before the first. */
export async function thresholdOn(db: ReadDatabase, localDate: LocalDate): Promise<number | null> {
  const [row] = await selectThreshold(db).execute({ localDate });
  return row?.thresholdVnd ?? null;
}
