import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { openConnection } from "../connect";
import { migrateDatabase } from "../migrate";
import { seedDemo, type DemoInput } from "./demo/seed-demo";
import { seedReference } from "./reference/seed-reference";
import { SeedError, seedStateOf, type SeedState } from "./seed-state";

export type DatabaseToPrepare = {
  file: string;
  migrationsFolder: string;
  /** Null: places, banks and rates only, as a real installation begins. */
  demo: DemoInput | null;
  /** Takes one line of text at a time. */
  report: (line: string) => void;
};

const SUFFIXES = ["", "-wal", "-shm", "-journal"];

/**
 * Makes sure that there is a seeded database: a file that can be served stays as it is, one that is not there, empty
 * or half seeded is made anew. Answers what it found.
 */
export async function prepareDatabase(target: DatabaseToPrepare): Promise<SeedState> {
  const state = stateOfFile(target.file);
  if (state === "empty" || state === "unfinished") await createDatabase(target);
  return state;
}

/**
 * Builds a seeded database beside the place it is meant for and puts it there when it is whole and on the disk, in one
 * step: a process killed at any moment leaves the old state or the new one. What lay there before is thrown away.
 * Throws `SeedError` when another process has it open.
 */
export async function createDatabase(target: DatabaseToPrepare): Promise<void> {
  const { file, migrationsFolder, demo, report } = target;
  mkdirSync(dirname(file), { recursive: true });
  removeLeftovers(file);
  const draft = `${file}.${process.pid}.new`;
  try {
    migrateDatabase(draft, migrationsFolder);
    const connection = openConnection(draft);
    try {
      // Nobody reads the draft, and after a crash it is thrown away: there is nothing to keep safe yet.
      connection.writer.pragma("synchronous = OFF");
      await seedReference(connection, report);
      if (demo !== null) await seedDemo(connection, demo);
      connection.writer.pragma("wal_checkpoint(TRUNCATE)");
    } finally {
      connection.close();
    }
    flush(draft);
    refuseWhileInUse(file);
    removeDatabase(file);
    renameSync(draft, file);
    flush(dirname(file));
  } finally {
    removeDatabase(draft);
  }
}

/** How far the file is; `empty` when there is none. Throws `SeedError` for a file that is no database. */
export function stateOfFile(file: string): SeedState {
  if (!existsSync(file)) return "empty";
  try {
    const connection = openConnection(file);
    try {
      const hasTables = connection.writer
        .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'provinces'")
        .get();
      return hasTables === undefined ? "empty" : seedStateOf(connection);
    } finally {
      connection.close();
    }
  } catch (error) {
    if (codeOf(error) !== "SQLITE_NOTADB") throw error;
    throw new SeedError(`${file} is not a database: move it away.`);
  }
}

/** Leaving the write-ahead log needs the file for oneself: SQLite refuses while anybody else has it open. */
function refuseWhileInUse(file: string) {
  if (!existsSync(file)) return;
  try {
    const connection = openConnection(file);
    try {
      connection.reader.close();
      connection.writer.pragma("busy_timeout = 500");
      connection.writer.pragma("journal_mode = DELETE");
    } finally {
      connection.writer.close();
    }
  } catch (error) {
    // What is no database nobody has open.
    if (codeOf(error) === "SQLITE_NOTADB") return;
    if (codeOf(error) !== "SQLITE_BUSY") throw error;
    throw new SeedError(`${file} is in use: stop the server, then try again.`);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}

function removeDatabase(file: string) {
  for (const suffix of SUFFIXES) rmSync(`${file}${suffix}`, { force: true });
}

/** Drafts of processes that were killed. One that is still at work keeps its own. */
function removeLeftovers(file: string) {
  const start = `${basename(file)}.`;
  for (const name of readdirSync(dirname(file)).filter((one) => one.startsWith(start))) {
    const pid = /^(\d+)\.new/.exec(name.slice(start.length))?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(dirname(file), name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

function flush(path: string) {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
