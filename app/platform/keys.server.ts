import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settings } from "./env.server";

const cache = new Map<string, string>();

/**
 * A secret of this installation, 64 hex digits, made on first use and kept in `DATA_DIR/keys` (mode 0600).
 * @param name lower-case and hyphens; names the file
 */
export function installationKey(name: string): string {
  const folder = join(settings().DATA_DIR, "keys");
  const file = join(folder, name);
  const known = cache.get(file);
  if (known !== undefined) return known;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    // `wx`: of two processes that start together one writes, the other reads.
    writeFileSync(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const key = readFileSync(file, "utf8").trim();
  cache.set(file, key);
  return key;
}

/** HMAC-SHA256 of `text` under an installation key, base64url. */
export function keyedDigest(keyName: string, text: string): string {
  return createHmac("sha256", installationKey(keyName)).update(text).digest("base64url");
}

/** Equality that takes the same time wherever the texts differ. */
export function equalsInConstantTime(a: string, b: string): boolean {
  const left = createHmac("sha256", "length").update(a).digest();
  const right = createHmac("sha256", "length").update(b).digest();
  return timingSafeEqual(left, right);
}
