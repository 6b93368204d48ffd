/**
 * Which SQL engine the schema is written for. Only this file, columns.ts, connect.ts, migrate.ts and
 * app/platform/db.server.ts know; the rooms import tables and drizzle's neutral operators only.
 */
export {
  alias,
  sqliteTable as table,
  index,
  uniqueIndex,
  primaryKey,
  check,
  type AnySQLiteColumn as AnyColumn,
  type AnySQLiteTable as AnyTable,
} from "drizzle-orm/sqlite-core";
