import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { finishProductImport } from "~/domain/exchange/finish-product-import.server";
import {
  listImportsAtWork,
  listRowsToWrite,
  type ProductImport,
} from "~/domain/exchange/queries-imports.server";
import { inTransaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { errorFields, logger } from "~/platform/logger.server";
import { writeTableRow } from "./write-table-row.server";

/** They stand in line for the database together, in order, and share its commits. */
const ROWS_AT_ONCE = 20;

/**
 * One step of each household's table that is being written, for a timer. A row is written with what became of it in one
 * transaction: whatever ends the process in between, the next step goes on from what is written.
 */
export async function advanceTables(): Promise<{ isMore: boolean }> {
  let isMore = false;
  for (const table of await listImportsAtWork()) {
    try {
      await advance(table);
      isMore = true;
    } catch (error) {
      logger.error("a table of products failed", { importId: table.id, ...errorFields(error) });
    }
  }
  return { isMore };
}

/** The same while the person who asked waits, so that a small table is done when their next page opens. */
export async function advanceTablesFor(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    if (!(await advanceTables()).isMore) return;
  }
}

async function advance({ id, householdId, consentedBy }: ProductImport): Promise<void> {
  const actor = present(consentedBy, "who said yes");
  const rows = await listRowsToWrite(id, ROWS_AT_ONCE);
  if (rows.length === 0) return finish(id, actor);
  const by = { actor, householdId };
  const done = await Promise.allSettled(
    rows.map((row) => inTransaction((tx) => writeTableRow(tx, by, row))),
  );
  const failed = done.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}

async function finish(importId: string, actor: UserActor): Promise<void> {
  await inTransaction(async (tx) => {
    const done = await finishProductImport(tx, importId);
    if (done === null) return;
    await recordAction(tx, {
      actor,
      action: "product_import.finish",
      subject: { kind: "product_import", id: importId },
      after: done,
    });
  });
}
