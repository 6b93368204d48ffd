import { mkdir, open, opendir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, normalize, relative } from "node:path";
import { settings } from "./env.server";
import { newToken } from "./ids";
import { invariant } from "./invariant";
import { isFileSealedWithNewest, sealBytes, unsealBytes } from "./seal.server";

const SAFE_PATH = /^[a-z0-9_-]+(\/[a-z0-9_.-]+)*$/;

/** The folder of uploaded files, served under `/uploads/`. */
export function uploadsFolder(): string {
  return join(settings().DATA_DIR, "uploads");
}

/**
 * The folder of files that only a door gives out, to whom it knows: bank statements, receipts, pictures of somebody's
 * door. They are sealed for the place where they lie; only what was written by an older release is in clear.
 */
function privateFolder(): string {
  return join(settings().DATA_DIR, "private");
}

/** Writes a file so that it is there whole or not at all. `path` is ours, never a person's. */
export async function writeUpload(path: string, content: Uint8Array): Promise<void> {
  await writeWhole(resolvePath(uploadsFolder(), path), content);
}

/** The same for a file that is not served, sealed. */
export async function writePrivateFile(path: string, content: Uint8Array): Promise<void> {
  await writeWhole(resolvePath(privateFolder(), path), sealBytes(content, path));
}

async function writeWhole(target: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${newToken(6)}`;
  const file = await open(draft, "wx");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, target);
}

/**
 * A row names a file that is not there: somebody tidied the folder, or restored only the database. Or it is private, and
 * the key that sealed it is no longer among ours.
 */
export class MissingUploadError extends Error {
  override name = "MissingUploadError";
}

export async function readUpload(path: string): Promise<Uint8Array> {
  return readWhole(resolvePath(uploadsFolder(), path), path);
}

export async function readPrivateFile(path: string): Promise<Uint8Array> {
  const opened = await readPrivateFileIfThere(path);
  if (opened === null) throw new MissingUploadError(path);
  return opened;
}

export async function readPrivateFileIfThere(path: string): Promise<Uint8Array | null> {
  const content = await readUnlessGone(resolvePath(privateFolder(), path));
  return content && unsealBytes(content, path);
}

/**
 * Seals private files anew that an older key has sealed, or nobody yet, one after the other; done again after it was cut
 * short it goes on. Files come and go meanwhile.
 */
export async function resealPrivateFiles(): Promise<{ sealedCount: number; lostCount: number }> {
  const done = { sealedCount: 0, lostCount: 0 };
  const folder = privateFolder();
  await mkdir(folder, { recursive: true });
  for await (const entry of await opendir(folder, { recursive: true })) {
    // What has two endings is a draft, which its writer has sealed.
    if (!entry.isFile() || /\..*\./.test(entry.name)) continue;
    const target = join(entry.parentPath, entry.name);
    const content = await readUnlessGone(target);
    if (content === null || isFileSealedWithNewest(content)) continue;
    const path = relative(folder, target);
    const opened = unsealBytes(content, path);
    if (opened === null) done.lostCount += 1;
    else {
      await writeWhole(target, sealBytes(opened, path));
      done.sealedCount += 1;
    }
  }
  return done;
}

async function readUnlessGone(target: string): Promise<Buffer | null> {
  try {
    return await readFile(target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}

async function readWhole(target: string, path: string): Promise<Buffer> {
  const content = await readUnlessGone(target);
  if (content === null) throw new MissingUploadError(path);
  return content;
}

/** Removes a file or folder of uploads, for work whose transaction did not commit. */
export async function removeUpload(path: string): Promise<void> {
  await rm(resolvePath(uploadsFolder(), path), { recursive: true, force: true });
}

export async function removePrivateFile(path: string): Promise<void> {
  await rm(resolvePath(privateFolder(), path), { force: true });
}

/** The folders within one of the private ones, and when each last took or lost a file. */
export async function listPrivateFolders(
  path: string,
): Promise<{ name: string; changedAt: number }[]> {
  const folder = resolvePath(privateFolder(), path);
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => ({ name, changedAt: (await stat(join(folder, name))).mtimeMs })),
  );
}

export async function removePrivateFolder(path: string): Promise<void> {
  await rm(resolvePath(privateFolder(), path), { recursive: true, force: true });
}

function resolvePath(folder: string, path: string): string {
  invariant(SAFE_PATH.test(path) && !path.includes(".."), `unsafe path: ${path}`);
  return normalize(join(folder, path));
}
