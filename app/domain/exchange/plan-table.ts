import { cleanLine } from "~/platform/typed-text";
import type { TableProduct } from "~/domain/catalog/queries-table.server";
import type { LocalDate } from "~/platform/period";
import { planAbsent, planRow } from "./plan-row";
import type { RowFault, RowPlan, TableRow } from "./table-columns";

/** The household as it stands. */
export type TableState = {
  products: readonly TableProduct[];
  formerSlugs: readonly { slug: string; productId: string }[];
  today: LocalDate;
};
export type PlannedLine = { row: TableRow | null; plan: RowPlan };

/** Rows planned between two looks at who else waits. */
const ROWS_AT_ONCE = 20;

/**
 * What a file would do, row by row and in its order; then, where that was asked for, the products that it does not have and
 * that have free packs. A product is named once: who names it again, or makes again what is there, is in error.
 */
export async function planTable(
  rows: readonly TableRow[],
  state: TableState,
  how: { zeroesAbsent: boolean; pause: () => Promise<void> },
): Promise<PlannedLine[]> {
  const idOf = new Map([
    ...state.formerSlugs.map((one) => [one.slug, one.productId] as const),
    ...state.products.map((one) => [one.slug, one.id] as const),
  ]);
  const byId = new Map(state.products.map((product) => [product.id, product]));
  const lineOf = new Map<string, number>();
  const known = new Map(state.products.map(({ words, slug }) => [nameKey(words), { slug }]));
  const made = new Map<string, number>();
  const lines: PlannedLine[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % ROWS_AT_ONCE === 0) await how.pause();
    const slug = row.cells.slug?.text.trim() ?? "";
    const product = byId.get(idOf.get(slug) ?? "") ?? null;
    const { plan } = planRow(row, { product, today: state.today });
    const twice = faultOfSecond({ row, plan, product, lineOf, known, made });
    lines.push({ row, plan: twice === null ? plan : addFault(plan, twice) });
  }
  if (!how.zeroesAbsent) return lines;
  const absent = state.products
    .filter((product) => !lineOf.has(product.id))
    .map((product) => ({ row: null, plan: planAbsent(product).plan }))
    .filter(({ plan }) => plan.kind === "emptied");
  return [...lines, ...absent];
}

function faultOfSecond(of: {
  row: TableRow;
  plan: RowPlan;
  product: TableProduct | null;
  lineOf: Map<string, number>;
  known: ReadonlyMap<string, { slug: string }>;
  made: Map<string, number>;
}): RowFault | null {
  const { row, plan, product } = of;
  const twice = (line: number, read: string): RowFault => ({
    column: "slug",
    code: "table_row_twice",
    detail: { line },
    read,
  });
  if (product) {
    const line = of.lineOf.get(product.id);
    if (line !== undefined) return twice(line, row.cells.slug?.text ?? "");
    of.lineOf.set(product.id, row.lineNumber);
    return null;
  }
  if (plan.kind !== "new") return null;
  const key = nameKey({
    name: plan.name,
    packLabel: plan.changes.find(({ column }) => column === "packLabel")?.after ?? "",
  });
  const there = of.known.get(key);
  if (there) return { column: "name", code: "table_same_product", detail: there, read: plan.name };
  const line = of.made.get(key);
  if (line !== undefined) return twice(line, plan.name);
  of.made.set(key, row.lineNumber);
  return null;
}

function nameKey({ name, packLabel }: { name: string; packLabel: string }): string {
  return `${cleanLine(name).toLowerCase()}\n${cleanLine(packLabel).toLowerCase()}`;
}

function addFault(plan: RowPlan, fault: RowFault): RowPlan {
  const others = plan.faults.filter(({ column }) => column !== fault.column);
  return { ...plan, kind: "wrong", changes: [], faults: [fault, ...others] };
}
