import { readPrivateFileIfThere } from "~/platform/storage.server";
import { statementFilePath } from "./statement-file";

/** The caller has asked whether this person may see it. Null when it is not there, or its key is gone. */
export async function readStatementFile(importId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = await readPrivateFileIfThere(statementFilePath(importId));
  return content && new Uint8Array(content);
}
