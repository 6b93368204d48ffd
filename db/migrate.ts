import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** Brings the database file up to the newest migration in `folder`; running it again changes nothing. */
export function migrateDatabase(file: string, folder: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.pragma("busy_timeout = 10000");
  try {
    migrate(drizzle(database), { migrationsFolder: folder });
  } finally {
    database.close();
  }
}
