import { and, desc, eq, ne } from "drizzle-orm";
import { productImports } from "~db/schema/exchange";
import type { Transaction } from "~/platform/db.server";
import { discardImport } from "./discard-import.server";

const KEPT = 5;
const BATCH = 20;

/** A household's newest files stay; one that is being written does too. */
export async function discardOlderImports(tx: Transaction, householdId: string): Promise<void> {
  const older = await tx
    .select({ id: productImports.id })
    .from(productImports)
    .where(and(eq(productImports.householdId, householdId), ne(productImports.status, "writing")))
    .orderBy(desc(productImports.uploadedAt), desc(productImports.id))
    .limit(BATCH)
    .offset(KEPT);
  for (const { id } of older) await discardImport(tx, id);
}
