import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { settings } from "./env.server";
import { newToken } from "./ids";
import { invariant } from "./invariant";

const SAFE_PATH = /^[a-z0-9_-]+(\/[a-z0-9_.-]+)*$/;

/** The folder of uploaded files, served under `/uploads/`. */
export function uploadsFolder(): string {
  return join(settings().DATA_DIR, "uploads");
}

/** The folder of files that only a door gives out, to whom it knows. */
function privateFolder(): string {
  return join(settings().DATA_DIR, "private");
}

/** Writes a file so that it is there whole or not at all. `path` is ours, never a person's. */
export async function writeUpload(path: string, content: Uint8Array): Promise<void> {
  await writeWhole(resolvePath(uploadsFolder(), path), content);
}

/** The same for a file that is not served. */
export async function writePrivateFile(path: string, content: Uint8Array): Promise<void> {
  await writeWhole(resolvePath(privateFolder(), path), content);
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

/** A row names a file that is not there: somebody tidied the folder, or restored only the database. */
export class MissingUploadError extends Error {
  override name = "MissingUploadError";
}

export async function readUpload(path: string): Promise<Uint8Array> {
  return readWhole(resolvePath(uploadsFolder(), path), path);
}

export async function readPrivateFile(path: string): Promise<Uint8Array> {
  return readWhole(resolvePath(privateFolder(), path), path);
}

async function readWhole(target: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new MissingUploadError(path, { cause: error });
  }
}

/** Removes a file or folder of uploads, for work whose transaction did not commit. */
export async function removeUpload(path: string): Promise<void> {
  await rm(resolvePath(uploadsFolder(), path), { recursive: true, force: true });
}

export async function removePrivateFile(path: string): Promise<void> {
  await rm(resolvePath(privateFolder(), path), { force: true });
}

function resolvePath(folder: string, path: string): string {
  invariant(SAFE_PATH.test(path) && !path.includes(".."), `unsafe path: ${path}`);
  return normalize(join(folder, path));
}
