import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, readdir, readFile, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { now } from "./clock.server";
import { settings } from "./env.server";
import { invariant } from "./invariant";
import { PARTED_FILE_MAX_BYTES, PARTED_FILES_MAX_BYTES } from "./part-limits";
import { DAY_MS } from "./period";
import { maskPart } from "./seal.server";

/**
 * Files that come in parts over a line that drops. A file is named by who sends it and by the SHA-256 of the whole (64
 * hex digits), so the same part sent twice, or from two pages at once, writes the same bytes to the same place. They lie
 * encrypted, for some are of identity papers.
 */
export type PartedFile = { ownerId: string; hash: string };

/**
 * A file as it was sent: its SHA-256 in hex, and its bytes; null where they are not all there (any more). `drop` once
 * they are not needed any more.
 */
export type SentFile = {
  hash: string;
  read: () => Promise<Uint8Array | null>;
  drop: () => Promise<void>;
};

export const PART_MAX_BYTES = 32 * 1024;
/** Of one sender at the same time; one more takes the place of that which nobody has gone on with for longest. */
export const PARTED_FILES_MAX = 10;
const LIFE_MS = 7 * DAY_MS;

const SAFE_OWNER = /^[a-z]+_[0-9a-f]+$/;
const SAFE_HASH = /^[0-9a-f]{64}$/;

/** How much of it is there, from its beginning without a gap. */
export async function receivedBytes(file: PartedFile): Promise<number> {
  return (await statIfThere(placeOf(file)))?.size ?? 0;
}

/**
 * Puts a part where it belongs and answers how much is there then. A part after a gap is left out: the answer says from
 * where to go on. `full`: it would be larger than files may be; `no_room`: so much of all is here that no further file is
 * begun.
 */
export async function addPart(
  file: PartedFile,
  { at, bytes }: { at: number; bytes: Uint8Array },
): Promise<number | "full" | "no_room"> {
  const place = placeOf(file);
  if (at + bytes.length > PARTED_FILE_MAX_BYTES) return "full";
  const known = await statIfThere(place);
  if (at > (known?.size ?? 0)) return known?.size ?? 0;
  if (!known && (await bytesOfAll()) >= PARTED_FILES_MAX_BYTES) return "no_room";
  await mkdir(folderOf(file.ownerId), { recursive: true });
  const handle = await open(place, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    await handle.write(maskPart(bytes, { name: nameOf(file), at }), 0, bytes.length, at);
    // Afterwards, so that of many that begin at once the last one sees them all.
    if (!known) await letOldestGo(folderOf(file.ownerId));
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

async function bytesOfAll(): Promise<number> {
  const root = partsFolder();
  await mkdir(root, { recursive: true });
  let sum = 0;
  for (const name of await readdir(root, { recursive: true })) {
    const known = await statIfThere(join(root, name));
    if (known?.isFile()) sum += known.size;
  }
  return sum;
}

async function letOldestGo(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= PARTED_FILES_MAX) return;
  const files = await Promise.all(
    names.map(async (name) => {
      const place = join(folder, name);
      return { place, at: (await statIfThere(place))?.mtimeMs ?? 0 };
    }),
  );
  const oldest = files.toSorted((a, b) => a.at - b.at).slice(0, names.length - PARTED_FILES_MAX);
  for (const { place } of oldest) await rm(place, { force: true });
}

/** One that came in parts. What is there and is not the file of this name goes: it has to come anew. */
export function sentInParts(file: PartedFile): SentFile {
  return {
    hash: file.hash,
    read: async () => {
      if (!(await statIfThere(placeOf(file)))) return null;
      const bytes = maskPart(await readFile(placeOf(file)), { name: nameOf(file), at: 0 });
      if (hashOf(bytes) === file.hash) return bytes;
      await dropParts(file);
      return null;
    },
    drop: () => dropParts(file),
  };
}

/** One that came whole. */
export function sentWhole(bytes: Uint8Array): SentFile {
  return {
    hash: hashOf(bytes),
    read: () => Promise.resolve(bytes),
    drop: () => Promise.resolve(),
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export async function dropParts(file: PartedFile): Promise<void> {
  await rm(placeOf(file), { force: true });
}

/** Files that nobody has gone on with for seven days go. */
export async function sweepParts(): Promise<{ isMore: boolean }> {
  const root = partsFolder();
  await mkdir(root, { recursive: true });
  for (const owner of await readdir(root)) {
    const folder = join(root, owner);
    for (const name of await readdir(folder)) {
      const known = await statIfThere(join(folder, name));
      if (known && known.mtimeMs < now() - LIFE_MS) await rm(join(folder, name), { force: true });
    }
    if ((await readdir(folder)).length === 0) await rmdir(folder).catch(() => undefined);
  }
  return { isMore: false };
}

function partsFolder(): string {
  return join(settings().DATA_DIR, "parts");
}

function folderOf(ownerId: string): string {
  invariant(SAFE_OWNER.test(ownerId), `unsafe owner: ${ownerId}`);
  return join(partsFolder(), ownerId);
}

function nameOf({ ownerId, hash }: PartedFile): string {
  return `${ownerId}/${hash}`;
}

function placeOf({ ownerId, hash }: PartedFile): string {
  invariant(SAFE_HASH.test(hash), "a SHA-256 in hex");
  return join(folderOf(ownerId), hash);
}

async function statIfThere(place: string) {
  return stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return null;
  });
}
