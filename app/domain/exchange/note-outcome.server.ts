import { and, eq } from "drizzle-orm";
import { productImportRows } from "~db/schema/exchange";
import type { Transaction } from "~/platform/db.server";
import type { RowOutcome } from "./table-columns";

/** What became of a row, in the transaction that wrote it. */
export async function noteOutcome(
  tx: Transaction,
  { importId, position, outcome }: { importId: string; position: number; outcome: RowOutcome },
): Promise<void> {
  await tx
    .update(productImportRows)
    .set({ outcome })
    .where(and(eq(productImportRows.importId, importId), eq(productImportRows.position, position)));
}
