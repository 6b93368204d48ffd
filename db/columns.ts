import { sql, type SQL } from "drizzle-orm";
import { blob, check, integer, text } from "drizzle-orm/sqlite-core";
import type { AnyColumn } from "./dialect";

/** Text made by the program: prefixed ids, codes, slugs, names. */
export { text } from "drizzle-orm/sqlite-core";

/** Primary key: a prefixed UUIDv7 from platform/ids, so rows sort by creation on any engine. */
export const id = () => text("id").primaryKey();

/** Amount in whole đồng. SQLite would take text here, so every such column also needs `vndCheck`. */
export const vnd = (name: string) => integer(name, { mode: "number" });

/** A moment, as milliseconds since 1970 UTC. */
export const instant = (name: string) => integer(name, { mode: "number" });

/** A calendar day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`; it sorts as text. */
export const localDate = (name: string) => text(name);

/** A whole number of things. */
export const count = (name: string) => integer(name, { mode: "number" });

/** A rate in basis points (1 % = 100). */
export const bps = (name: string) => integer(name, { mode: "number" });

export const flag = (name: string) => integer(name, { mode: "boolean" });

export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();

/** A file's content, small enough for a row. */
export const bytes = (name: string) => blob(name, { mode: "buffer" }).$type<Uint8Array>();

/** CHECK that a money or count column holds an integer of at least `min`; NULL passes where the column allows it. */
export function integerCheck(name: string, column: AnyColumn, min?: number) {
  const bound: SQL = min === undefined ? sql`` : sql` and ${column} >= ${sql.raw(String(min))}`;
  return check(name, sql`${column} is null or (typeof(${column}) = 'integer'${bound})`);
}

/** CHECK for a `_vnd` column; `min` defaults to 0 because most amounts are never negative. */
export const vndCheck = (name: string, column: AnyColumn, min = 0) =>
  integerCheck(name, column, min);

/** CHECK that a text column holds one of the given words. */
export function oneOf(name: string, column: AnyColumn, words: readonly string[]) {
  const list = words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ");
  return check(name, sql`${column} in (${sql.raw(list)})`);
}
