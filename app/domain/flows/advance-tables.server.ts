import { behalfOf, SYSTEM, type UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { finishProductImport } from "~/domain/exchange/finish-product-import.server";
import { noteOutcome } from "~/domain/exchange/note-outcome.server";
import {
  listImportsAtWork,
  listRowsToWrite,
  type ProductImport,
  type RowAtWork,
} from "~/domain/exchange/queries-imports.server";
import { ROLES } from "~/domain/identity/roles";
import { isInScope } from "~/domain/identity/scope";
import { scopeOf } from "~/domain/identity/scope.server";
import { DatabaseBusyError, inTransaction, type Transaction } from "~/platform/db.server";
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

async function advance(table: ProductImport): Promise<void> {
  const rows = await listRowsToWrite(table.id, ROWS_AT_ONCE);
  if (rows.length === 0) return finish(table, "product_import.finish");
  const done = await Promise.allSettled(rows.map((row) => write(table, row)));
  for (const [i, one] of done.entries()) {
    if (one.status === "rejected") await leaveOut(present(rows[i], "its row"), one.reason);
  }
  if (done.some((one) => one.status === "fulfilled" && one.value === "forbidden")) {
    await finish(table, "product_import.stop");
  }
}

/** A helper whose consent has ended since the yes writes no further row. */
async function write(
  { householdId, consentedBy }: ProductImport,
  row: RowAtWork,
): Promise<"done" | "forbidden"> {
  const actor = present(consentedBy, "who said yes");
  return inTransaction(async (tx) => {
    if (!(await mayStillWrite(tx, { actor, householdId }))) return "forbidden";
    await writeTableRow(tx, { actor, householdId }, row);
    return "done";
  });
}

async function mayStillWrite(
  tx: Transaction,
  { actor, householdId }: { actor: UserActor; householdId: string },
): Promise<boolean> {
  const role = ROLES.find((one) => one === actor.role);
  if (role === undefined) return false;
  const user = { id: actor.userId, role };
  const asked = { user, permission: "product.edit", actingForId: behalfOf(actor) } as const;
  return isInScope(await scopeOf(asked, tx), householdId);
}

/** What cannot be written by a bug of ours must not hold up the rows after it for ever. */
async function leaveOut({ importId, position }: RowAtWork, reason: unknown): Promise<void> {
  if (reason instanceof DatabaseBusyError) throw reason;
  logger.error("a row of a table failed", { importId, position, ...errorFields(reason) });
  await inTransaction((tx) => noteOutcome(tx, { importId, position, outcome: "differs" }));
}

async function finish(
  { id, consentedBy }: ProductImport,
  action: "product_import.finish" | "product_import.stop",
): Promise<void> {
  const hasStopped = action === "product_import.stop";
  await inTransaction(async (tx) => {
    const done = await finishProductImport(tx, id);
    if (done === null) return;
    await recordAction(tx, {
      actor: hasStopped ? SYSTEM : present(consentedBy, "who said yes"),
      action,
      subject: { kind: "product_import", id },
      after: done,
    });
  });
}
