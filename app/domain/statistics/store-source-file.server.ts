import { createHash } from "node:crypto";
import { newId } from "~/platform/ids";
import { writePrivateFile } from "~/platform/storage.server";
import { cleanLine } from "~/platform/typed-text";
import { sourceFilePath, type SourceFile, type SourceFileType } from "./source-file";

const MAX_NAME_LENGTH = 200;

/** Keeps a file that figures come from out of the open, sealed; its row is written with them (`keep-source-file`). */
export async function storeSourceFile(file: {
  type: SourceFileType;
  content: Uint8Array;
  fileName: string;
}): Promise<SourceFile> {
  const { type, content } = file;
  const stored: SourceFile = {
    id: newId("srf"),
    type,
    fileName: cleanLine(file.fileName).slice(0, MAX_NAME_LENGTH),
    sha256: createHash("sha256").update(content).digest("hex"),
    byteCount: content.length,
  };
  await writePrivateFile(sourceFilePath(stored), content);
  return stored;
}
