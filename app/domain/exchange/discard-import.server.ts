import { eq } from "drizzle-orm";
import { productImportRows, productImports } from "~db/schema/exchange";
import type { Transaction } from "~/platform/db.server";

/** Forgets a file with all its rows. */
export async function discardImport(tx: Transaction, importId: string): Promise<void> {
  await tx.delete(productImportRows).where(eq(productImportRows.importId, importId));
  await tx.delete(productImports).where(eq(productImports.id, importId));
}
