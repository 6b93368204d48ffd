import { monthlySales, monthlySellers } from "~db/schema/statistics";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { addMonths } from "~/platform/period";
import {
  readDeliveredMonths,
  sumDeliveredLines,
  sumDeliveredOrders,
} from "./indicators/queries-delivered.server";

const MONTHS_MAX = 1_200;
const BATCH_SIZE = 200;

/**
 * Makes the aggregates anew from the delivered orders, month by month. They must come out as they were kept;
 * a household that has moved since counts where it is now.
 * @returns how many months were rebuilt
 */
export async function rebuildMonthlySales(tx: Transaction): Promise<number> {
  await tx.delete(monthlySales);
  await tx.delete(monthlySellers);
  const months = await readDeliveredMonths(tx);
  if (!months) return 0;
  let rebuilt = 0;
  for (let month = months.first; month <= months.last; month = addMonths(month, 1)) {
    invariant(rebuilt < MONTHS_MAX, "more months than a century has");
    const sales = await sumDeliveredLines(tx, month);
    for (const rows of batchesOf(sales)) {
      await tx.insert(monthlySales).values(rows.map((row) => ({ month, ...row })));
    }
    const sellers = await sumDeliveredOrders(tx, month);
    for (const rows of batchesOf(sellers)) {
      await tx.insert(monthlySellers).values(rows.map((row) => ({ month, ...row })));
    }
    rebuilt += 1;
  }
  return rebuilt;
}

function batchesOf<Row>(rows: readonly Row[]): Row[][] {
  const batches: Row[][] = [];
  for (let start = 0; start < rows.length; start += BATCH_SIZE) {
    batches.push(rows.slice(start, start + BATCH_SIZE));
  }
  return batches;
}
