import { eq } from "drizzle-orm";
import { statementImports, statementRows } from "~db/schema/statements";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { StatementMapping } from "./statement-columns";

type Columns = {
  importId: string;
  userId: string;
  mapping: StatementMapping;
  accountNumber: string;
  /** When the columns were said before; null: never. */
  before: number | null;
};

/** Says what the columns are; what was read by other ones goes. The caller has asked whether that may still be. */
export async function chooseColumns(tx: Transaction, columns: Columns): Promise<void> {
  const { importId, userId, mapping, accountNumber, before } = columns;
  await tx.delete(statementRows).where(eq(statementRows.importId, importId));
  // Also a name of this try: what an earlier one is still doing is dropped.
  const mappedAt = Math.max(now(), (before ?? 0) + 1);
  const unread = { rowsReadAt: null, checkedAt: null, matchedVnd: 0 };
  await tx
    .update(statementImports)
    .set({ status: "checking", mapping, accountNumber, mappedById: userId, mappedAt, ...unread })
    .where(eq(statementImports.id, importId));
}
