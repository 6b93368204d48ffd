import { and, eq, isNull } from "drizzle-orm";
import { retailImports } from "~db/schema/statistics-channels";
import type { Transaction } from "~/platform/db.server";
import type { RetailRow } from "./retail-table";

/** Puts down what was read out of the office's table, instead of what was before; false once it is written or gone. */
export async function mapRetailImport(
  tx: Transaction,
  { importId, rows }: { importId: string; rows: RetailRow[] },
): Promise<boolean> {
  const changed = await tx
    .update(retailImports)
    .set({ rows })
    .where(and(eq(retailImports.id, importId), isNull(retailImports.writtenAt)))
    .returning({ id: retailImports.id });
  return changed.length > 0;
}
