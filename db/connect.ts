import Database from "better-sqlite3";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import * as schema from "./schema/all";

export type WriteDatabase = BetterSQLite3Database<typeof schema>;
/** The reader has no writes: there is no way to change a row outside `inTransaction`. */
export type ReadDatabase = Pick<WriteDatabase, "select" | "selectDistinct" | "$count" | "with">;

export type OnStatement = { read: (sql: string) => void; written: (sql: string) => void };
const IGNORE: OnStatement = { read: () => undefined, written: () => undefined };

export type Connection = {
  file: string;
  /** Of the file as opened, to know when somebody has put another one in its place. */
  inode: number;
  /** The one writer; its statements run only between the BEGIN and COMMIT of `inTransaction`. */
  writer: Database.Database;
  writerOrm: WriteDatabase;
  reader: Database.Database;
  readerOrm: ReadDatabase;
  close: () => void;
};

/**
 * Opens the database file, one writer and one read-only reader.
 * `synchronous = FULL` because the build's WAL default (NORMAL) may lose the last commits on power loss,
 * and a bank's notice that we have answered with 2xx is never sent again.
 * @param onStatement hears the text of each statement of the query builders as it is run
 */
export function openConnection(file: string, onStatement: OnStatement = IGNORE): Connection {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Database(file);
  writer.pragma("journal_mode = WAL");
  writer.pragma("synchronous = FULL");
  // 16 MB: what many transactions write again and again goes into the file once. 1,000 pages take a fifth longer.
  writer.pragma("wal_autocheckpoint = 4000");
  tune(writer);
  // Else a row that is put in the place of another by REPLACE is deleted past the triggers that forbid it.
  writer.pragma("recursive_triggers = ON");
  writer.pragma("busy_timeout = 0"); // inTransaction waits for the lock itself
  keepStatements(writer);
  const reader = openReader(file);
  return {
    file,
    inode: statSync(file).ino,
    writer,
    writerOrm: drizzle(writer, { schema, logger: { logQuery: onStatement.written } }),
    reader,
    readerOrm: readerOrmOf(reader, onStatement.read),
    close: () => {
      reader.close();
      writer.close();
    },
  };
}

/** A read-only connection, for the shop's one reader and for whoever needs a moment of the books to itself. */
export function openReader(file: string): Database.Database {
  const reader = new Database(file, { readonly: true });
  tune(reader);
  keepStatements(reader);
  return reader;
}

/** The same connection with drizzle's builders. @param onRead hears the text of each statement */
export function readerOrmOf(reader: Database.Database, onRead = IGNORE.read): ReadDatabase {
  return drizzle(reader, { schema, logger: { logQuery: onRead } });
}

/**
 * Writes the whole file anew and empties its log, so that no byte is left of what was changed or deleted, in whatever
 * page. Nobody can write meanwhile, and the disk needs room for a second file. False when somebody reads an older state,
 * which the log keeps until the next checkpoint after them.
 */
export function eraseLeftovers(file: string): boolean {
  const database = new Database(file);
  try {
    database.pragma("busy_timeout = 10000");
    database.exec("VACUUM");
    return emptyLog(database);
  } finally {
    database.close();
  }
}

/** Brings the log into the file and cuts it to nothing; false when somebody still reads or writes. */
export function emptyLog(database: Database.Database): boolean {
  return database.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0;
}

function tune(database: Database.Database) {
  database.pragma("foreign_keys = ON");
  database.pragma("busy_timeout = 5000");
  database.pragma("cache_size = -65536");
  database.pragma("temp_store = MEMORY");
}

const STATEMENTS_MAX = 500;

/**
 * Compiles each text of SQL once: the same few hundred statements answer every page, and compiling them is a
 * sixth of a query's time. The oldest is dropped when there are more, which lists of changing length can cause.
 */
function keepStatements(database: Database.Database): void {
  const prepare = database.prepare.bind(database);
  const kept = new Map<string, Database.Statement>();
  database.prepare = ((source: string) => {
    const known = kept.get(source);
    if (known) {
      // Whoever had it before may have asked it for rows as arrays.
      return known.reader ? known.raw(false) : known;
    }
    const statement = prepare(source);
    const oldest = kept.keys().next();
    if (kept.size >= STATEMENTS_MAX && !oldest.done) kept.delete(oldest.value);
    kept.set(source, statement);
    return statement;
  }) as typeof database.prepare;
}
