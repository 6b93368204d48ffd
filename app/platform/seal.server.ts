import { createCipheriv, createDecipheriv, createHash, createHmac } from "node:crypto";
import { settings } from "./env.server";
import { randomBytes } from "./ids";
import { invariant, present } from "./invariant";
import { installationKey } from "./keys.server";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEAL = /^s1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/;
/** `s1.` and the key's name, before the bytes of a sealed file. */
const FILE_HEAD = /^s1\.([0-9a-f]{8})\.$/;
const FILE_HEAD_BYTES = 12;

type Key = { name: string; bytes: Buffer };

/**
 * Seals what the database must not tell: AES-256-GCM under the newest key of `PERSONAL_DATA_KEYS`, which is named in
 * the seal, so that keys can be changed. `owner` is whose it is: a seal moved to another owner does not open.
 */
export function seal(text: string, owner: string): string {
  const key = newestKey();
  return `s1.${key.name}.${encrypt(Buffer.from(text), owner, key).toString("base64url")}`;
}

/**
 * Opens a seal; null when none of the keys that we have made it. Throws when it was tampered with, or is another owner's.
 */
export function unseal(sealed: string, owner: string): string | null {
  const [, keyName, body] = SEAL.exec(sealed) ?? [];
  invariant(keyName !== undefined && body !== undefined, "not a seal");
  const key = keys().find(({ name }) => name === keyName);
  return key ? decrypt(Buffer.from(body, "base64url"), owner, key).toString("utf8") : null;
}

/** False when a key has come since: to be sealed anew before the old key is taken away. */
export function isSealedWithNewest(sealed: string): boolean {
  const [key] = keys();
  return key !== undefined && SEAL.exec(sealed)?.[1] === key.name;
}

/** The same for the bytes of a file, which stay bytes: a third less of them than as text. */
export function sealBytes(content: Uint8Array, owner: string): Buffer {
  const key = newestKey();
  return Buffer.concat([Buffer.from(`s1.${key.name}.`), encrypt(content, owner, key)]);
}

/** Null when its key is gone; what is no seal comes back as it is, for it was written before files were sealed. */
export function unsealBytes(content: Buffer, owner: string): Buffer | null {
  const keyName = keyNameOfFile(content);
  if (keyName === null) return content;
  const key = keys().find(({ name }) => name === keyName);
  return key ? decrypt(content.subarray(FILE_HEAD_BYTES), owner, key) : null;
}

/** As `isSealedWithNewest`; false also for what is in clear. */
export function isFileSealedWithNewest(content: Buffer): boolean {
  return keyNameOfFile(content) === newestKey().name;
}

const BLOCK_BYTES = 16;

/**
 * Hides bytes at their place in a file that comes in parts, or shows them again: AES-256-CTR under a key of that file
 * alone, so that the same part is the same bytes. `name` is the file's, with the hash of its content, by which its reader
 * sees what was tampered with or hidden under an older key.
 */
export function maskPart(bytes: Uint8Array, { name, at }: { name: string; at: number }): Buffer {
  const key = createHmac("sha256", newestKey().bytes).update(`part ${name}`).digest();
  const counter = Buffer.alloc(BLOCK_BYTES);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / BLOCK_BYTES)), BLOCK_BYTES / 2);
  const cipher = createCipheriv("aes-256-ctr", key, counter);
  cipher.update(Buffer.alloc(at % BLOCK_BYTES));
  return cipher.update(bytes);
}

function keyNameOfFile(content: Buffer): string | null {
  return FILE_HEAD.exec(content.toString("latin1", 0, FILE_HEAD_BYTES))?.[1] ?? null;
}

function encrypt(content: Uint8Array, owner: string, key: Key): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, iv).setAAD(Buffer.from(owner));
  return Buffer.concat([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(bytes: Buffer, owner: string, key: Key): Buffer {
  invariant(bytes.length >= IV_BYTES + TAG_BYTES, "a seal cut short");
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const content = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
  return Buffer.concat([content, decipher.final()]);
}

function newestKey(): Key {
  return present(keys()[0], "no key for personal data");
}

let known: { texts: string; keys: Key[] } | undefined;

/** The newest first. A demo without any makes its own. Read once: each bank notice is sealed. */
function keys(): Key[] {
  const texts = settings().PERSONAL_DATA_KEYS ?? installationKey("personal-data");
  if (known?.texts !== texts) {
    known = { texts, keys: texts.split(",").map((text) => readKey(text.trim())) };
  }
  return known.keys;
}

/** Its name tells nothing of it. */
function readKey(text: string): Key {
  const bytes = Buffer.from(text, "hex");
  return { name: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}
