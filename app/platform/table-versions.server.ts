import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Which tables a piece of work read, and when each was last written, so that what was made from them can be kept
 * for as long as it is true. Counted in commits of this process; what another process commits counts as a write
 * of every table.
 */

let commits = 0;
let everythingChangedAt = 0;
const changedAt = new Map<string, number>();
const reads = new AsyncLocalStorage<Set<string>>();

export type Snapshot = {
  /** The number of commits before the work began. */
  readonly at: number;
  readonly tables: ReadonlySet<string>;
};

/** Does the work and answers with what it read; the snapshot is of the moment before. */
export async function recordReads<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; snapshot: Snapshot }> {
  const at = commits;
  const tables = new Set<string>();
  // Awaited inside: a query that is handed out unasked would run outside.
  const value = await reads.run(tables, async () => await work());
  return { value, snapshot: { at, tables } };
}

/** Whether nothing that was read has been written since. */
export function isCurrent({ at, tables }: Snapshot): boolean {
  if (everythingChangedAt > at) return false;
  for (const table of tables) if ((changedAt.get(table) ?? 0) > at) return false;
  return true;
}

/** For reads that no query builder sees: they count for whoever is recording. */
export function noteReads(tables: readonly string[]): void {
  const recorded = reads.getStore();
  if (recorded) for (const table of tables) recorded.add(table);
}

/** After a commit. */
export function noteCommit(tables: Iterable<string>): void {
  commits += 1;
  for (const table of tables) changedAt.set(table, commits);
}

/** Another process has committed, and nobody knows what. */
export function noteForeignCommit(): void {
  commits += 1;
  everythingChangedAt = commits;
}

const tablesRead = new Map<string, readonly string[]>();
const tableWritten = new Map<string, string | null>();
// Statements with lists of changing length have many texts; what is forgotten is only read once more.
const TEXTS_MAX = 2_000;

/** The tables that a SELECT of the query builder reads. */
export function tablesReadBy(sql: string): readonly string[] {
  return remember(tablesRead, sql, () => [
    ...new Set(Array.from(sql.matchAll(/\b(?:from|join) "(\w+)"/gi), (match) => match[1] ?? "")),
  ]);
}

/** The table that an INSERT, UPDATE or DELETE of the query builder writes; null for anything else. */
export function tableWrittenBy(sql: string): string | null {
  return remember(
    tableWritten,
    sql,
    () => /^\s*(?:insert into|update|delete from) "(\w+)"/i.exec(sql)?.[1] ?? null,
  );
}

function remember<Value>(known: Map<string, Value>, sql: string, find: () => Value): Value {
  const before = known.get(sql);
  if (before !== undefined) return before;
  const value = find();
  if (known.size >= TEXTS_MAX) known.clear();
  known.set(sql, value);
  return value;
}
