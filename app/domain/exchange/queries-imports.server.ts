import { and, asc, desc, eq, inArray, isNull, like } from "drizzle-orm";
import { productImportRows, productImports } from "~db/schema/exchange";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader, type ReadDatabase } from "~/platform/db.server";
import type { RowFilter } from "./row-filter";
import { MAX_TABLE_ROWS, type ImportRowView, type RowPlan, type TableRow } from "./table-columns";

export type ProductImport = typeof productImports.$inferSelect;
export type RowAtWork = {
  importId: string;
  position: number;
  row: TableRow | null;
  plan: RowPlan;
};

const PAGE_SIZE = 50;
const RECENT = 5;
const WRITTEN_KINDS = ["new", "changed", "emptied"] as const;

/** A file of a household in the scope, or null. */
export async function findProductImport(
  db: ReadDatabase,
  scope: Scope,
  importId: string,
): Promise<ProductImport | null> {
  const [found] = await db
    .select()
    .from(productImports)
    .where(eq(productImports.id, importId))
    .limit(1);
  return found && isInScope(scope, found.householdId) ? found : null;
}

/** The newest files of a household that the caller has found in the scope. */
export async function listProductImports(householdId: string): Promise<ProductImport[]> {
  return reader()
    .select()
    .from(productImports)
    .where(eq(productImports.householdId, householdId))
    .orderBy(desc(productImports.uploadedAt), desc(productImports.id))
    .limit(RECENT);
}

/** Rows of a file by what a person wants to see, 50 a page. */
export async function listImportRows(params: {
  importId: string;
  filter: RowFilter;
  page: number;
}): Promise<{ rows: ImportRowView[]; page: number; pageCount: number }> {
  const { importId, filter } = params;
  const condition = rowsShown(importId, filter);
  const pageCount = Math.max(
    1,
    Math.ceil((await reader().$count(productImportRows, condition)) / PAGE_SIZE),
  );
  const page = Math.min(params.page, pageCount);
  const rows = await reader()
    .select({
      position: productImportRows.position,
      row: productImportRows.row,
      plan: productImportRows.plan,
    })
    .from(productImportRows)
    .where(condition)
    .orderBy(asc(productImportRows.position))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return {
    rows: rows.map(({ row, ...rest }) => ({ ...rest, lineNumber: row?.lineNumber ?? null })),
    page,
    pageCount,
  };
}

/** How many rows of a file bring a price that looks like a slip. */
export async function countDoubtfulRows(importId: string): Promise<number> {
  return reader().$count(productImportRows, rowsShown(importId, "doubtful"));
}

/** As a plan is kept; a text within it has its quotation marks escaped. */
const DOUBTFUL = `%"isDoubtful":true%`;

function rowsShown(importId: string, filter: RowFilter) {
  const { kind, outcome, plan } = productImportRows;
  const ofFile = eq(productImportRows.importId, importId);
  if (filter === "differs") return and(ofFile, eq(outcome, "differs"));
  if (filter === "doubtful") return and(ofFile, eq(kind, "changed"), like(plan, DOUBTFUL));
  return and(ofFile, eq(kind, filter));
}

/** How many rows of a file have had their turn. */
export async function countTaken(importId: string): Promise<number> {
  return reader().$count(
    productImportRows,
    and(
      eq(productImportRows.importId, importId),
      inArray(productImportRows.outcome, ["written", "differs"]),
    ),
  );
}

/** All rows of a file, to be planned anew; at most those of a file and of the products that it does not have. */
export async function listRowsToPlan(
  db: ReadDatabase,
  importId: string,
): Promise<{ row: TableRow | null; plan: RowPlan }[]> {
  return db
    .select({ row: productImportRows.row, plan: productImportRows.plan })
    .from(productImportRows)
    .where(eq(productImportRows.importId, importId))
    .orderBy(asc(productImportRows.position))
    .limit(2 * MAX_TABLE_ROWS);
}

/** Files that somebody said yes to and that are not done. */
export async function listImportsAtWork(): Promise<ProductImport[]> {
  return reader()
    .select()
    .from(productImports)
    .where(eq(productImports.status, "writing"))
    .orderBy(asc(productImports.consentedAt))
    .limit(RECENT);
}

/** Whether a file of this household is being written now. */
export async function isTableAtWork(db: ReadDatabase, householdId: string): Promise<boolean> {
  const atWork = and(
    eq(productImports.householdId, householdId),
    eq(productImports.status, "writing"),
  );
  return (await db.$count(productImports, atWork)) > 0;
}

/** The next rows of a file to be written. */
export async function listRowsToWrite(importId: string, limit: number): Promise<RowAtWork[]> {
  return reader()
    .select({
      importId: productImportRows.importId,
      position: productImportRows.position,
      row: productImportRows.row,
      plan: productImportRows.plan,
    })
    .from(productImportRows)
    .where(
      and(
        eq(productImportRows.importId, importId),
        inArray(productImportRows.kind, [...WRITTEN_KINDS]),
        isNull(productImportRows.outcome),
      ),
    )
    .orderBy(asc(productImportRows.position))
    .limit(limit);
}

/** Whether nobody has taken the row yet. */
export async function isRowOpen(
  tx: ReadDatabase,
  { importId, position }: { importId: string; position: number },
): Promise<boolean> {
  const [open] = await tx
    .select({ position: productImportRows.position })
    .from(productImportRows)
    .where(
      and(
        eq(productImportRows.importId, importId),
        eq(productImportRows.position, position),
        isNull(productImportRows.outcome),
      ),
    )
    .limit(1);
  return open !== undefined;
}
