import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { countKinds } from "~/domain/exchange/count-kinds";
import { discardOlderImports } from "~/domain/exchange/discard-older-imports.server";
import { keepImport } from "~/domain/exchange/keep-import.server";
import { planTable } from "~/domain/exchange/plan-table";
import { readTable, type TableFileCode } from "~/domain/exchange/read-table.server";
import { MAX_TABLE_ROWS } from "~/domain/exchange/table-columns";
import type { TableWords } from "~/domain/exchange/table-words";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { inTransaction, letOthersWork } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { loadTableState } from "./load-table-state.server";

export type TableUpload = {
  householdId: string;
  userId: string;
  /** The file as it was sent; null without one. */
  bytes: Uint8Array | null;
  fileName: string;
  /** What is not in the file is to have no free packs. */
  zeroesAbsent: boolean;
  languages: readonly TableWords[];
};
export type TableUploadCode = TableFileCode | "table_too_many_products" | "household_not_found";

/** Reads a household's table and keeps what it would do. Nothing of it is written. */
export async function uploadTable(
  actor: Actor,
  scope: Scope,
  input: TableUpload,
): Promise<Result<{ importId: string }, TableUploadCode>> {
  const { householdId, zeroesAbsent } = input;
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const read = await readTable(input.bytes, input.languages);
  if (!read.ok) return read;
  const state = await loadTableState(householdId);
  const lines = await planTable(read.value, state, { zeroesAbsent, pause: letOthersWork });
  const counts = countKinds(lines);
  if (state.products.length + counts.new > MAX_TABLE_ROWS) {
    return fail("table_too_many_products", { limit: MAX_TABLE_ROWS });
  }
  const importId = newId("imp");
  await inTransaction(async (tx) => {
    await keepImport(tx, {
      id: importId,
      householdId,
      uploadedById: input.userId,
      fileName: input.fileName,
      zeroesAbsent,
      lines,
    });
    await discardOlderImports(tx, householdId);
    await recordAction(tx, {
      actor,
      action: "product_import.upload",
      subject: { kind: "product_import", id: importId },
      after: { householdId, zeroesAbsent, ...counts },
    });
  });
  return succeed({ importId });
}
