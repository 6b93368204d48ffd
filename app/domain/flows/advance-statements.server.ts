import { listStatementsAtWork } from "~/domain/statements/queries-work.server";
import { readInStatement } from "~/domain/statements/read-in-statement.server";
import type { StatementRecordOfImport } from "~/domain/statements/types";
import { errorFields, logger } from "~/platform/logger.server";
import { bringInRows } from "./bring-in-rows.server";
import { tryOutRows } from "./try-out-rows.server";

/**
 * One step of each bank's file that is being tried out or brought in, for a timer. Whatever ends the process in between,
 * the next step goes on from what is written. A file that fails holds up no other.
 */
export async function advanceStatements(): Promise<{ isMore: boolean }> {
  let isMore = false;
  for (const file of await listStatementsAtWork()) {
    try {
      await advance(file);
      isMore = true;
    } catch (error) {
      logger.error("a bank statement failed", { importId: file.id, ...errorFields(error) });
    }
  }
  return { isMore };
}

/** The same while the person who asked waits, so that a small file is done when their next page opens. */
export async function advanceFor(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    if (!(await advanceStatements()).isMore) return;
  }
}

function advance(file: StatementRecordOfImport): Promise<void> {
  if (file.status === "importing") return bringInRows(file);
  return file.rowsReadAt === null ? readInStatement(file) : tryOutRows(file);
}
