import { eq } from "drizzle-orm";
import { taxRules, taxThresholds, withholdingSwitches } from "~db/schema/settlement-tax";
import type { ReadDatabase } from "~/platform/db.server";
import type { TaxChangeKind } from "./tax-changes";
import type { TaxChangeRecord } from "./types-tax";

/** Where each kind of change lies. */
export const TAX_CHANGE_TABLES = {
  rules: taxRules,
  thresholds: taxThresholds,
  withholding: withholdingSwitches,
};

/** What was proposed, with who agreed; null: there is none of that id. */
export async function loadTaxChange(
  db: ReadDatabase,
  { kind, id }: { kind: TaxChangeKind; id: string },
): Promise<TaxChangeRecord | null> {
  const table = TAX_CHANGE_TABLES[kind];
  const [row] = await db
    .select({
      effectiveOn: table.effectiveOn,
      enteredById: table.enteredById,
      agreedAt: table.agreedAt,
      withdrawnAt: table.withdrawnAt,
    })
    .from(table)
    .where(eq(table.id, id))
    .limit(1);
  return row ?? null;
}
