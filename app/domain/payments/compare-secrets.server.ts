import { createHash, timingSafeEqual } from "node:crypto";

/** Compares with what each secret gives, found or not, so that the time taken says nothing. */
export function compareSecrets(
  given: Uint8Array,
  secrets: readonly string[],
  expectedOf: (secret: string) => Uint8Array,
): boolean {
  let isFound = false;
  for (const secret of secrets) isFound = timingSafeEqual(given, expectedOf(secret)) || isFound;
  return isFound;
}

/** For secrets that are sent as they are: hashed first, because a comparison wants equal lengths and a length is a hint. */
export function hashOfSecret(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
