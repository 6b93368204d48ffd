import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, databaseFile, useDatabaseFile } from "./db.server";
import { useSettings } from "./env.server";
import { invariant } from "./invariant";

/**
 * A real database file in a folder of its own, for one test file: a copy of the one that the run migrated at its start.
 * Call it in `beforeAll` (or `beforeEach`) and the returned function when done.
 * @param env settings other than the defaults
 */
export function openTestDatabase(env: Record<string, string> = {}): () => void {
  const folder = mkdtempSync(join(tmpdir(), "cho-phien-test-"));
  useSettings({ DATA_DIR: folder, LOG_LEVEL: "error", ...env });
  const migrated = process.env["MIGRATED_DATABASE"];
  invariant(migrated, "the run of the tests has migrated a database");
  copyFileSync(migrated, databaseFile());
  useDatabaseFile(databaseFile());
  return () => {
    closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  };
}
