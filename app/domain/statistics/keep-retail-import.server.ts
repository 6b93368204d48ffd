import { retailImports } from "~db/schema/statistics-channels";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { OfficeTable } from "./office-table";
import type { RetailRow } from "./retail-table";
import type { SourceFile } from "./source-file";

/** Keeps a table for its bringer to look at what it would do; nothing of it is entered. */
export async function keepRetailImport(
  tx: Transaction,
  kept: {
    id: string;
    file: SourceFile;
    rows: RetailRow[];
    office: OfficeTable | null;
    uploadedById: string;
  },
): Promise<void> {
  const { id, file, rows, office, uploadedById } = kept;
  await tx.insert(retailImports).values({
    id,
    fileId: file.id,
    fileType: file.type,
    fileName: file.fileName,
    sha256: file.sha256,
    byteCount: file.byteCount,
    rows,
    office,
    uploadedById,
    uploadedAt: now(),
  });
}
