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
    // A table that is made anew is dropped while others refer to it. Off for this connection alone, and checked.
    database.pragma("foreign_keys = OFF");
    migrate(drizzle(database), { migrationsFolder: folder });
    const broken = database.pragma("foreign_key_check");
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`rows that refer to nothing: ${JSON.stringify(broken.slice(0, 5))}`);
    }
  } finally {
    database.close();
  }
}
