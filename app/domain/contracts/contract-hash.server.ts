import { createHash } from "node:crypto";

/** SHA-256 of the UTF-8 bytes, 64 lower-case hex digits: what `sha256sum` says of the downloaded text. */
export function contractHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
