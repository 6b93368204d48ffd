import { z } from "zod";
import { removePrivateFile } from "~/platform/storage.server";
import { SOURCE_FILE_TYPES, sourceFilePath } from "./source-file";

const payloadSchema = z.object({ id: z.string(), type: z.enum(SOURCE_FILE_TYPES) });

/** Also an outbox handler: a file that no figure was taken from in the end; one that is gone already is no failure. */
export async function eraseSourceFile(payload: unknown): Promise<void> {
  await removePrivateFile(sourceFilePath(payloadSchema.parse(payload)));
}
