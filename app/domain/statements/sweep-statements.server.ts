import { and, eq, isNull, lt } from "drizzle-orm";
import { statementImports, statementRows } from "~db/schema/statements";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { HOUR_MS } from "~/platform/period";
import { enqueueOutbox } from "~/platform/outbox.server";
import { SWEPT_STATEMENT_KIND, UNCONFIRMED_HOURS } from "./statement-file";

const BATCH = 5;

/** Files that nobody confirmed in time, their rows with them; the file goes once that is committed (outbox). */
export async function sweepStatements(): Promise<{ isMore: boolean }> {
  const stale = await reader()
    .select({ id: statementImports.id })
    .from(statementImports)
    .where(
      and(
        lt(statementImports.uploadedAt, now() - UNCONFIRMED_HOURS * HOUR_MS),
        isNull(statementImports.confirmedAt),
      ),
    )
    .limit(BATCH);
  for (const { id } of stale) await sweepOne(id);
  return { isMore: stale.length === BATCH };
}

async function sweepOne(id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const [open] = await tx
      .select({ id: statementImports.id })
      .from(statementImports)
      .where(and(eq(statementImports.id, id), isNull(statementImports.confirmedAt)))
      .limit(1);
    if (!open) return; // confirmed at the last moment
    await tx.delete(statementRows).where(eq(statementRows.importId, id));
    await tx.delete(statementImports).where(eq(statementImports.id, id));
    const kind = SWEPT_STATEMENT_KIND;
    await enqueueOutbox(tx, { kind, key: `${kind}:${id}`, payload: { importId: id } });
  });
}
