import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { settings, SettingsError } from "./env.server";
import { newToken } from "./ids";

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
  if (!existsSync(file)) writeKey(file);
  const key = readFileSync(file, "utf8").trim();
  if (!/^[0-9a-f]{64}$/.test(key)) {
    throw new SettingsError(
      `${file} holds no key of 64 hex digits: put the file back from a backup; without one remove it, and what it has signed becomes invalid.`,
    );
  }
  cache.set(file, key);
  return key;
}

/** Throws `SettingsError` when a key of this installation cannot be used; for the start, before anybody comes. */
export function checkInstallationKeys(): void {
  const folder = join(settings().DATA_DIR, "keys");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) if (/^[a-z-]+$/.test(name)) installationKey(name);
}

/** Whole or not at all, also when the disk is full; of two processes that start together the first one's stays. */
function writeKey(file: string): void {
  const draft = `${file}.${newToken(8)}`;
  try {
    writeFileSync(draft, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
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
