import { and, eq, ne, or } from "drizzle-orm";
import { productImportRows, productImports } from "~db/schema/exchange";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

export type ImportDone = { writtenCount: number; differsCount: number };

/**
 * Notes that every row has had its turn, and forgets the rows but those that were wrong or came out otherwise, and those
 * that made a product, which may be removed again. Null when it was noted before.
 */
export async function finishProductImport(
  tx: Transaction,
  importId: string,
): Promise<ImportDone | null> {
  const ofImport = eq(productImportRows.importId, importId);
  const count = (outcome: "written" | "differs") =>
    tx.$count(productImportRows, and(ofImport, eq(productImportRows.outcome, outcome)));
  const done = { writtenCount: await count("written"), differsCount: await count("differs") };
  const [finished] = await tx
    .update(productImports)
    .set({ status: "done", finishedAt: now(), ...done })
    .where(and(eq(productImports.id, importId), eq(productImports.status, "writing")))
    .returning({ id: productImports.id });
  if (!finished) return null;
  await tx
    .delete(productImportRows)
    .where(
      and(
        ofImport,
        or(
          eq(productImportRows.kind, "unchanged"),
          and(ne(productImportRows.kind, "new"), eq(productImportRows.outcome, "written")),
        ),
      ),
    );
  return done;
}
