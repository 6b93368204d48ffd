import { eq } from "drizzle-orm";
import { retailTotals } from "~db/schema/statistics";
import { retailImports } from "~db/schema/statistics-channels";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { keepSourceFile } from "./keep-source-file.server";
import type { RetailDryRun } from "./queries-retail-imports.server";
import { countOutcomes, type RetailEntry } from "./retail-table";

const ROWS_AT_ONCE = 100;

/** Enters what a table brings, each row a vintage with the table as its file; answers what was entered. */
export async function writeRetailImport(
  tx: Transaction,
  { table, plans }: RetailDryRun,
  writtenById: string,
): Promise<RetailEntry[]> {
  const counts = countOutcomes(plans);
  const entries = plans.flatMap((plan) =>
    plan.outcome === "new" || plan.outcome === "question" ? [plan.entry] : [],
  );
  const writtenAt = now();
  await keepSourceFile(tx, table.file, writtenById);
  for (let start = 0; start < entries.length; start += ROWS_AT_ONCE) {
    await tx.insert(retailTotals).values(
      entries.slice(start, start + ROWS_AT_ONCE).map((entry) => ({
        id: newId("rtt"),
        ...entry,
        fileId: table.file.id,
        enteredById: writtenById,
        enteredAt: writtenAt,
        isSample: false,
      })),
    );
  }
  await tx
    .update(retailImports)
    .set({
      writtenById,
      writtenAt,
      writtenCount: entries.length,
      sameCount: counts.same,
      wrongCount: counts.wrong,
    })
    .where(eq(retailImports.id, table.id));
  return entries;
}
