import { readPrivateFile } from "~/platform/storage.server";
import { statementFilePath } from "./statement-file";

/** The caller has asked whether this person may see it. */
export async function readStatementFile(importId: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readPrivateFile(statementFilePath(importId)));
}
