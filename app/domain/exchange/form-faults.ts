import type { z } from "zod";
import type { LocalDate } from "~/platform/period";
import { TABLE_COLUMNS, type RowFault, type TableColumn } from "./table-columns";

/** What a browser's form would send: a field that is left empty is not there. */
export function withoutEmpty(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ""));
}

/** What a form refuses, each in the column of its field; only the first of a column. */
export function faultsOf(error: z.ZodError, typed: Readonly<Record<string, string>>): RowFault[] {
  const faults = new Map<TableColumn, RowFault>();
  for (const issue of error.issues) {
    const field = String(issue.path[0]);
    const column = field === "onHandCount" ? "stockCount" : field;
    if (!isColumn(column) || faults.has(column)) continue;
    faults.set(column, { column, code: issue.message, read: typed[field] ?? "" });
  }
  return [...faults.values()];
}

function isColumn(name: string): name is TableColumn {
  return (TABLE_COLUMNS as readonly string[]).includes(name);
}

/** A form's schema takes longer to make than to read a row by: rows of one day share it. */
export function madeOnceADay<Schema>(make: (today: LocalDate) => Schema) {
  let made: { today: LocalDate; schema: Schema } | undefined;
  return (today: LocalDate): Schema => {
    if (made?.today !== today) made = { today, schema: make(today) };
    return made.schema;
  };
}
