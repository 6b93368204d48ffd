import { and, eq } from "drizzle-orm";
import { IS_ROW_CLEAR, statementRows } from "~db/schema/statements";
import type { Transaction } from "~/platform/db.server";
import { RESEAL_BATCH_ROWS } from "~/platform/reseal-rows.server";
import { seal } from "~/platform/seal.server";
import { ownerOfRow } from "./owner-of-row";

/** Seals up to 500 rows that an older release left in clear; answers how many: 0 when there are no more. */
export async function sealClearRows(tx: Transaction): Promise<number> {
  const { importId, lineNumber, sealedText } = statementRows;
  const rows = await tx
    .select({ importId, lineNumber, text: sealedText })
    .from(statementRows)
    .where(IS_ROW_CLEAR)
    .limit(RESEAL_BATCH_ROWS);
  for (const row of rows) {
    await tx
      .update(statementRows)
      .set({ sealedText: seal(row.text, ownerOfRow(row)) })
      .where(and(eq(importId, row.importId), eq(lineNumber, row.lineNumber)));
  }
  return rows.length;
}
