import type { SentFile } from "~/platform/parts.server";
import { fail, type Result } from "~/platform/result";

/** Does with a file that was sent what is to be done with its bytes; `photo_not_whole` where they are not all there. */
export async function readSent<Value, Code extends string>(
  file: SentFile,
  use: (bytes: Uint8Array) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | "photo_not_whole">> {
  const bytes = await file.read();
  return bytes ? use(bytes) : fail("photo_not_whole");
}
