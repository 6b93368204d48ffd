import type { Connection } from "../connect";

/**
 * How far a database file is: kept in the file's `user_version`, which SQLite writes in the same transaction
 * as the rows.
 */
export type SeedState =
  | "empty" // no places yet: nothing works
  | "reference" // places, banks and rates: an installation that is in use or ready for it
  | "unfinished" // sample data were being written and something stopped it
  | "demo"; // reference and all sample data

const STATES: readonly SeedState[] = ["empty", "reference", "unfinished", "demo"];

/** A file with places whose mark we do not know is in use: whoever asks must not throw it away. */
export function seedStateOf({ writer }: Connection): SeedState {
  const version = Number(writer.pragma("user_version", { simple: true }));
  const state = STATES[version] ?? "reference";
  if (state !== "empty") return state;
  const hasPlaces = writer.prepare("SELECT EXISTS (SELECT 1 FROM provinces)").pluck().get() === 1;
  return hasPlaces ? "reference" : "empty";
}

/** Call it inside the transaction that makes it true. */
export function markSeedState(connection: Connection, state: SeedState): void {
  connection.writer.pragma(`user_version = ${STATES.indexOf(state)}`);
}

/** True when the file can be served: its places are there, and no sample data are half written. */
export function isSeeded(connection: Connection): boolean {
  const state = seedStateOf(connection);
  return state === "reference" || state === "demo";
}

/** Runs `work` as one transaction of the writer; a throw rolls it back. */
export function atomically<Value>(connection: Connection, work: () => Value): Value {
  const { writer } = connection;
  writer.exec("BEGIN IMMEDIATE");
  try {
    const value = work();
    writer.exec("COMMIT");
    return value;
  } catch (error) {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    throw error;
  }
}

/** What the person who ran the command can mend; the message says how. */
export class SeedError extends Error {
  override name = "SeedError";
}
