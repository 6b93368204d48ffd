import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { eraseSourceFile } from "~/domain/statistics/erase-source-file.server";
import { keepRetailImport } from "~/domain/statistics/keep-retail-import.server";
import { readRetailTable, type RetailFileCode } from "~/domain/statistics/read-retail-table.server";
import type { RetailWords } from "~/domain/statistics/retail-table";
import { storeSourceFile } from "~/domain/statistics/store-source-file.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { succeed, type Result } from "~/platform/result";

export type RetailUpload = {
  /** The file as it was sent; null without one. */
  bytes: Uint8Array | null;
  fileName: string;
  languages: readonly RetailWords[];
};

/** Reads a table of retail totals and keeps it, for its bringer to see what it would do. Nothing of it is entered. */
export async function uploadRetailTable(
  actor: UserActor,
  { bytes, fileName, languages }: RetailUpload,
): Promise<Result<{ importId: string }, RetailFileCode>> {
  const read = await readRetailTable(bytes, languages);
  if (!read.ok) return read;
  const { rows, office, type, content } = read.value;
  const file = await storeSourceFile({ type, content, fileName });
  const importId = newId("rti");
  let isKept = false;
  try {
    await inTransaction(async (tx) => {
      await keepRetailImport(tx, { id: importId, file, rows, office, uploadedById: actor.userId });
      await recordAction(tx, {
        actor,
        action: "retail_import.upload",
        subject: { kind: "retail_import", id: importId },
        after: { ...file, rowCount: rows.length },
      });
    });
    isKept = true;
  } finally {
    if (!isKept) await eraseSourceFile(file);
  }
  return succeed({ importId });
}
