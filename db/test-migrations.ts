import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase } from "./migrate";

export const migrationsFolder = join(process.cwd(), "db/migrations");

/**
 * Brings a database file to where it was before a migration, to try that on rows of its time.
 * @param name how the migration's tag ends: `sealed_evidence`
 */
export function migrateUntilBefore(file: string, name: string): void {
  const folder = mkdtempSync(join(tmpdir(), "cho-phien-migrations-"));
  cpSync(migrationsFolder, folder, { recursive: true });
  const journalFile = join(folder, "meta/_journal.json");
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(journalFile, "utf8"));
  const at = journal.entries.findIndex(({ tag }) => tag.endsWith(name));
  if (at === -1) throw new Error(`no migration is called ${name}`);
  journal.entries.splice(at);
  writeFileSync(journalFile, JSON.stringify(journal));
  migrateDatabase(file, folder);
  rmSync(folder, { recursive: true });
}
