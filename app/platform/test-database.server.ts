import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase } from "../../db/migrate";
import { closeDatabase, databaseFile, useDatabaseFile } from "./db.server";
import { useSettings } from "./env.server";

/**
 * A real, migrated database file in a folder of its own, for one test file.
 * Call it in `beforeAll` (or `beforeEach`) and the returned function when done.
 * @param env settings other than the defaults
 */
export function openTestDatabase(env: Record<string, string> = {}): () => void {
  const folder = mkdtempSync(join(tmpdir(), "cho-phien-test-"));
  useSettings({ DATA_DIR: folder, LOG_LEVEL: "error", ...env });
  migrateDatabase(databaseFile(), join(process.cwd(), "db/migrations"));
  useDatabaseFile(databaseFile());
  return () => {
    closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  };
}
