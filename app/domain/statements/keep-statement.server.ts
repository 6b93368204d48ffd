import { statementImports } from "~db/schema/statements";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

const FILE_NAME_MAX = 120;

type KeptStatement = Pick<
  typeof statementImports.$inferInsert,
  | "id"
  | "sha256"
  | "fileName"
  | "byteCount"
  | "delimiter"
  | "headerLine"
  | "headerHash"
  | "mapping"
  | "uploadedById"
>;

/** Notes a file that lies in the private folder; what its columns are is only guessed. */
export async function keepStatement(tx: Transaction, file: KeptStatement): Promise<void> {
  const fileName = file.fileName.slice(-FILE_NAME_MAX) || "sao-ke.csv";
  await tx
    .insert(statementImports)
    .values({ ...file, fileName, status: "uploaded", uploadedAt: now() });
}
