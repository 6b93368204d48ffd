import { z } from "zod";
import { removePrivateFile } from "~/platform/storage.server";
import { statementFilePath } from "./statement-file";

const payloadSchema = z.object({ importId: z.string() });

/** An outbox handler: the file of an import that is no more; one that is gone already is no failure. */
export async function discardStatementFile(payload: unknown): Promise<void> {
  await removePrivateFile(statementFilePath(payloadSchema.parse(payload).importId));
}
