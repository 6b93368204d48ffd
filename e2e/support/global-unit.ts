import { rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { migrateDatabase } from "../../db/migrate";
import { temporaryFolder } from "./shop";

/** A folder in memory where the system has one: no test waits for a disk, and none proves anything about one. */
const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 2 ** 30;

/**
 * All that the unit tests of a run put into the system's temporary folder, also those that were cut short; and the
 * database that each test copies: migrations take a hundred times as long.
 */
export default function globalUnit(): () => void {
  if (hasRoom(MEMORY)) process.env["TMPDIR"] = MEMORY;
  const folder = temporaryFolder("unit");
  process.env["TMPDIR"] = folder;
  const database = join(folder, "migrated.sqlite");
  migrateDatabase(database, join(process.cwd(), "db/migrations"));
  process.env["MIGRATED_DATABASE"] = database;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false; // no such folder here
  }
}
