import { and, asc, eq, gt, or } from "drizzle-orm";
import { statementRows } from "~db/schema/statements";
import type { Transaction } from "~/platform/db.server";
import { RESEAL_BATCH_ROWS, resealRows, type Resealed } from "~/platform/reseal-rows.server";
import { ownerOfRow, readOwner } from "./owner-of-row";

/** Seals up to 500 rows of bank's files anew under the newest key. `after` names a row as its owner does; "" the first. */
export async function resealStatementRows(tx: Transaction, after: string): Promise<Resealed> {
  const { importId, lineNumber, sealedText } = statementRows;
  const from = readOwner(after);
  const found = await tx
    .select({ importId, lineNumber, sealed: sealedText })
    .from(statementRows)
    .where(
      or(
        gt(importId, from.importId),
        and(eq(importId, from.importId), gt(lineNumber, from.lineNumber)),
      ),
    )
    .orderBy(asc(importId), asc(lineNumber))
    .limit(RESEAL_BATCH_ROWS);
  const rows = found.map((row) => ({ ...row, id: ownerOfRow(row), owner: ownerOfRow(row) }));
  return resealRows(rows, (row, resealed) =>
    tx
      .update(statementRows)
      .set({ sealedText: resealed })
      .where(and(eq(importId, row.importId), eq(lineNumber, row.lineNumber))),
  );
}
