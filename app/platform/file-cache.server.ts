import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { settings } from "./env.server";
import { newToken } from "./ids";
import { invariant } from "./invariant";

type Options = {
  /** Within DATA_DIR; what lies there may be deleted at any time. */
  folder: string;
  filesMax: number;
  /** More than so many may not wait to be made. */
  waitingMax: number;
};

/**
 * Files that take a while to make, made once and kept on disk, the oldest deleted when there are too many. One is
 * made at a time, whoever asks, so that many strangers asking for many files take one core and not the shop.
 */
export function createFileCache({ folder, filesMax, waitingMax }: Options) {
  const beingMade = new Map<string, Promise<Uint8Array>>();
  let lastInQueue: Promise<unknown> = Promise.resolve();

  return {
    /** The file, or `busy` when too many wait already. @param name lower-case letters, digits, dots, hyphens */
    async get(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array | "busy"> {
      invariant(/^[a-z0-9-]+\.[a-z0-9]+$/.test(name), `unsafe file name: ${name}`);
      const place = join(settings().DATA_DIR, folder);
      const kept = await readIfThere(join(place, name));
      if (kept) return kept;
      const making = beingMade.get(name);
      if (making) return making;
      if (beingMade.size >= waitingMax) return "busy";
      const made = lastInQueue
        .then(make)
        .then(async (content) => {
          await keep(place, name, content);
          await deleteOldest(place, filesMax);
          return content;
        })
        .finally(() => beingMade.delete(name));
      lastInQueue = made.catch(() => undefined);
      beingMade.set(name, made);
      return made;
    },
  };
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** There whole or not at all. */
async function keep(place: string, name: string, content: Uint8Array): Promise<void> {
  await mkdir(place, { recursive: true });
  const draft = join(place, `${name}.${newToken(6)}`);
  await writeFile(draft, content, { flag: "wx" });
  await rename(draft, join(place, name));
}

async function deleteOldest(place: string, filesMax: number): Promise<void> {
  const names = await readdir(place);
  if (names.length <= filesMax) return;
  const files = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(place, name)).catch(() => null);
      return { name, madeAt: found?.mtimeMs ?? 0 };
    }),
  );
  const oldest = files.toSorted((a, b) => a.madeAt - b.madeAt);
  // Some more than needed, so that not every new file counts them all.
  const tooMany = oldest.slice(0, names.length - Math.floor(filesMax * 0.9));
  for (const { name } of tooMany) await rm(join(place, name), { force: true });
}
