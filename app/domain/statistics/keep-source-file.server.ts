import { sourceFiles } from "~db/schema/statistics-channels";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { SourceFile } from "./source-file";

/** Writes down the file that figures of this transaction come from. */
export async function keepSourceFile(
  tx: Transaction,
  file: SourceFile,
  keptById: string,
): Promise<void> {
  const { id, type, fileName, sha256, byteCount } = file;
  await tx
    .insert(sourceFiles)
    .values({ id, type, fileName, sha256, byteCount, keptById, keptAt: now() });
}
