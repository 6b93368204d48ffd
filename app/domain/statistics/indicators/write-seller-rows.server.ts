import { monthlySales, monthlySellers } from "~db/schema/statistics";
import type { Transaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";
import type { SellerOrders, SellerSales } from "../periods/records";

/** Twelve values each, and SQLite takes some thousands in a statement. */
const ROWS_OF_A_STATEMENT = 500;

/** What sellers sold in a month of which nothing is kept yet. */
export async function writeSellerRows(
  tx: Transaction,
  month: Month,
  rows: { sales: readonly SellerSales[]; orders: readonly SellerOrders[] },
): Promise<void> {
  for (const some of inPieces(rows.sales)) {
    await tx.insert(monthlySales).values(some.map((row) => ({ month, ...row })));
  }
  for (const some of inPieces(rows.orders)) {
    await tx.insert(monthlySellers).values(some.map((row) => ({ month, ...row })));
  }
}

function inPieces<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_OF_A_STATEMENT) }, (_, i) =>
    rows.slice(i * ROWS_OF_A_STATEMENT, (i + 1) * ROWS_OF_A_STATEMENT),
  );
}
