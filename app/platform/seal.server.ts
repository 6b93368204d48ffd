import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { settings } from "./env.server";
import { randomBytes } from "./ids";
import { invariant } from "./invariant";
import { installationKey } from "./keys.server";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEAL = /^s1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/;

/**
 * Seals what the database must not tell: AES-256-GCM under the newest key of `PERSONAL_DATA_KEYS`, which is named in
 * the seal, so that keys can be changed. `owner` is whose it is: a seal moved to another owner does not open.
 */
export function seal(text: string, owner: string): string {
  const [key] = keys();
  invariant(key !== undefined, "no key for personal data");
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(owner));
  const parts = [iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
  return `s1.${nameOf(key)}.${Buffer.concat(parts).toString("base64url")}`;
}

/**
 * Opens a seal; null when none of the keys that we have made it. Throws when it was tampered with, or is another owner's.
 */
export function unseal(sealed: string, owner: string): string | null {
  const [, keyName, body] = SEAL.exec(sealed) ?? [];
  invariant(keyName !== undefined && body !== undefined, "not a seal");
  const key = keys().find((one) => nameOf(one) === keyName);
  if (!key) return null;
  const bytes = Buffer.from(body, "base64url");
  invariant(bytes.length >= IV_BYTES + TAG_BYTES, "a seal cut short");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
}

/** False when a key has come since: to be sealed anew before the old key is taken away. */
export function isSealedWithNewest(sealed: string): boolean {
  const [key] = keys();
  return key !== undefined && SEAL.exec(sealed)?.[1] === nameOf(key);
}

/** The newest first. A demo without any makes its own. */
function keys(): Buffer[] {
  const configured = settings().PERSONAL_DATA_KEYS;
  const texts = configured ? configured.split(",") : [installationKey("personal-data")];
  return texts.map((text) => Buffer.from(text.trim(), "hex"));
}

/** Names a key without telling it. */
function nameOf(key: Buffer): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 8);
}
