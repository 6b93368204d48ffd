import { fitOfHeading } from "./header-words";
import { STATEMENT_FIELDS, type StatementMapping } from "./statement-columns";

/** Banks write 5 to 15 lines above their header. */
const HEADER_WITHIN = 40;

export type FoundHeader = { index: number; mapping: StatementMapping };

/**
 * The row that names the columns, and what they seem to hold: the first one that names a day and an amount and has the
 * most names. Null when none does.
 */
export function findHeader(rows: readonly (readonly string[])[]): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const [index, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const mapping = guessMapping(cells);
    if (mapping.date === undefined || !hasAmount(mapping)) continue;
    if (best === null || sizeOf(mapping) > sizeOf(best.mapping)) best = { index, mapping };
  }
  return best;
}

export function hasAmount(mapping: StatementMapping): boolean {
  return mapping.credit !== undefined || mapping.amount !== undefined;
}

const sizeOf = (mapping: StatementMapping) => Object.keys(mapping).length;

/**
 * Each field takes the column that fits it best, and each column serves one field, the best fit first. Only a number
 * may stand below the day in one cell, as Vietcombank prints it.
 */
function guessMapping(headings: readonly string[]): StatementMapping {
  const fits = STATEMENT_FIELDS.flatMap((field) =>
    headings.map((heading, column) => ({ field, column, fit: fitOfHeading(heading, field) })),
  )
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit || a.column - b.column);
  const mapping: StatementMapping = {};
  const taken = new Set<number>();
  for (const { field, column } of fits) {
    if (mapping[field] !== undefined || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  const day = mapping.date;
  if (mapping.reference === undefined && day !== undefined) {
    if (fitOfHeading(headings[day] ?? "", "reference") > 0) mapping.reference = day;
  }
  return mapping;
}
