import { AsyncLocalStorage } from "node:async_hooks";
import { sql, type SQL } from "drizzle-orm";
import { statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  emptyLog,
  openConnection,
  openReader,
  readerOrmOf,
  type Connection,
  type ReadDatabase,
  type WriteDatabase,
} from "../../db/connect";
import { pause } from "./clock.server";
import { settings } from "./env.server";
import { invariant } from "./invariant";
import {
  noteForeignCommit,
  noteReads,
  tablesReadBy,
  tableWrittenBy,
} from "./table-versions.server";
import { createWriteQueue } from "./write-queue.server";

export type { ReadDatabase } from "../../db/connect";
export { DatabaseBusyError } from "./write-queue.server";
/** What a command writes with; exists only inside `inTransaction`. */
export type Transaction = WriteDatabase;

let connection: Connection | undefined;
const insideTransaction = new AsyncLocalStorage<true>();

/** Where the database of this process lies. */
export function databaseFile(): string {
  return join(settings().DATA_DIR, "cho-phien.sqlite");
}

const writeQueue = createWriteQueue(() => current().writer);

const onStatement = {
  read: (sql: string) => noteReads(tablesReadBy(sql)),
  written: (sql: string) => {
    const table = tableWrittenBy(sql);
    if (table !== null) writeQueue.noteWritten(table);
  },
};

function current(): Connection {
  connection ??= openConnection(databaseFile(), onStatement);
  return connection;
}

/** Reads for screens: committed rows only, and no way to write. */
export function reader(): ReadDatabase {
  return current().readerOrm;
}

/**
 * A query that is built once and not for each page: building takes longer than SQLite's answer. What changes from call
 * to call is a `sql.placeholder`. Asked of `reader()`, or of the transaction where something is decided on it.
 */
export function builtOnce<Query>(build: (db: ReadDatabase) => Query): (db?: ReadDatabase) => Query {
  const builtFor = oncePerDatabase(build);
  return (db = reader()) => builtFor(db);
}

/** The same for what a command changes. A new row needs no query: `insertRow`. */
export function changeBuiltOnce<Query>(
  build: (tx: Transaction) => Query,
): (tx: Transaction) => Query {
  return oncePerDatabase(build);
}

function oncePerDatabase<Db extends object, Query>(build: (db: Db) => Query): (db: Db) => Query {
  const built = new WeakMap<Db, Query>();
  return (db) => {
    const known = built.get(db);
    if (known !== undefined) return known;
    const query = build(db);
    built.set(db, query);
    return query;
  };
}

/** For `inArray` in a query that is built once: the values of a placeholder that is given as JSON (`JSON.stringify`). */
export function valuesOf(placeholder: string): SQL {
  return sql`(select value from json_each(${sql.placeholder(placeholder)}))`;
}

/**
 * Reads one moment of the books for as long as `work` takes: every query sees what was committed before the first
 * one and nothing later. A connection of its own, so that it takes no lock and nobody waits for it; what is long
 * has to pause between its queries (`letOthersWork`).
 */
export async function readSnapshot<Value>(
  work: (db: ReadDatabase) => Promise<Value>,
): Promise<Value> {
  const snapshot = openReader(current().file);
  try {
    snapshot.exec("BEGIN");
    return await work(readerOrmOf(snapshot));
  } finally {
    snapshot.close();
  }
}

/** Gives the event loop back until every request that waits has had its turn. */
export function letOthersWork(): Promise<void> {
  return setImmediate();
}

/**
 * The one way to write. Transactions run one after another (`BEGIN IMMEDIATE`, so a second process waits
 * its turn too); some may share a COMMIT (`write-queue.server.ts`), and each answers when it is on the disk. A value
 * commits; a throw or a failed `Result` takes back everything that the work wrote. Throws `DatabaseBusyError`
 * when another process has held the lock for 5 s from the call on.
 * No network inside: the whole shop would wait for it.
 */
export async function inTransaction<Value>(
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  invariant(!isInTransaction(), "a transaction inside a transaction");
  return writeQueue.add(() => insideTransaction.run(true, () => work(current().writerOrm)));
}

/**
 * Brings the log into the file: until then it holds the older state of what was changed. False when somebody was reading
 * or writing all the while. For scripts: nobody can write meanwhile.
 */
export async function emptyDatabaseLog(): Promise<boolean> {
  for (let tries = 0; tries < LOG_TRIES; tries += 1) {
    if (emptyLog(current().writer)) return true;
    await pause(LOG_PAUSE_MS);
  }
  return false;
}

const LOG_TRIES = 50;
const LOG_PAUSE_MS = 100;

let dataVersion: unknown;

/**
 * Looks whether another process has committed since the last look (SQLite's `data_version`, which does not change
 * by our own commits), and lets `table-versions` know.
 */
export function noticeForeignCommits(): void {
  const found = current().writer.prepare("PRAGMA data_version").pluck().get();
  if (found === dataVersion) return;
  dataVersion = found;
  noteForeignCommit();
}

/** False when the file that this process has open is no longer the one at its place: what is written would be lost. */
export function isDatabaseInPlace(): boolean {
  const { file, inode } = current();
  return statSync(file, { throwIfNoEntry: false })?.ino === inode;
}

export function isInTransaction(): boolean {
  return insideTransaction.getStore() === true;
}

/** Raw reads for the engine-specific search; everything else uses `reader()`. */
export function rawReader() {
  return current().reader;
}

/** Tests and scripts: work on this file instead of the one in DATA_DIR. */
export function useDatabaseFile(file: string): Connection {
  closeDatabase();
  connection = openConnection(file, onStatement);
  return connection;
}

/** Waits for nothing: call it when no transaction is running. */
export function closeDatabase(): void {
  connection?.close();
  connection = undefined;
}
