import Database from "better-sqlite3";
import { join } from "node:path";

/** A shop's database from outside, in plain SQL, apart from the product's own code. */
export function query(
  dataDir: string,
  sql: string,
  values: readonly unknown[] = [],
): Record<string, unknown>[] {
  const database = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  try {
    return database.prepare(sql).all(...values) as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

/** The server hears of it as of any other process's commit. */
export function change(dataDir: string, sql: string, values: readonly unknown[] = []): void {
  const database = new Database(join(dataDir, "cho-phien.sqlite"));
  try {
    database.pragma("busy_timeout = 5000");
    database.prepare(sql).run(...values);
  } finally {
    database.close();
  }
}
