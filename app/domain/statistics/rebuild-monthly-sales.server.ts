import { monthlySales, monthlySellers } from "~db/schema/statistics";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { addMonths } from "~/platform/period";
import {
  readDeliveredMonths,
  sumDeliveredLines,
  sumDeliveredOrders,
} from "./indicators/queries-delivered.server";
import {
  readReturnedMonths,
  sumReturnedLines,
  sumReturnedRequests,
} from "./indicators/queries-returned.server";

const MONTHS_MAX = 1_200;
const BATCH_SIZE = 200;

/**
 * Makes the aggregates anew from the delivered orders and what came back of them, month by month. They must come out
 * as they were kept; a household that has moved since counts where it is now.
 * @returns how many months were rebuilt
 */
export async function rebuildMonthlySales(tx: Transaction): Promise<number> {
  await tx.delete(monthlySales);
  await tx.delete(monthlySellers);
  const spans = [await readDeliveredMonths(tx), await readReturnedMonths(tx)];
  const months = spans.flatMap((span) => (span ? [span.first, span.last] : [])).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return 0;
  let rebuilt = 0;
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    invariant(rebuilt < MONTHS_MAX, "more months than a century has");
    const sales = mergeBy(
      SALES_KEYS,
      { itemsVnd: 0, itemCount: 0, lineCount: 0, returnedVnd: 0, returnedCount: 0 },
      [...(await sumDeliveredLines(tx, month)), ...(await sumReturnedLines(tx, month))],
    );
    for (const rows of batchesOf(sales)) {
      await tx.insert(monthlySales).values(rows.map((row) => ({ month, ...row })));
    }
    const sellers = mergeBy(
      SELLER_KEYS,
      { orderCount: 0, itemsVnd: 0, shippingVnd: 0, ...NO_RETURNS },
      [...(await sumDeliveredOrders(tx, month)), ...(await sumReturnedRequests(tx, month))],
    );
    for (const rows of batchesOf(sellers)) {
      await tx.insert(monthlySellers).values(rows.map((row) => ({ month, ...row })));
    }
    rebuilt += 1;
  }
  return rebuilt;
}

const SALES_KEYS = ["communeCode", "ocopSet", "stars", "method", "channel"] as const;
const SELLER_KEYS = ["householdId", "channel", "method"] as const;
const NO_RETURNS = { returnedVnd: 0, returnedShippingVnd: 0, returnCount: 0 };

/** Rows of both kinds that are broken down alike become one; each brings columns of its own. */
function mergeBy<Key extends string, Row extends Record<Key, string | number>, Zero extends object>(
  keys: readonly Key[],
  zero: Zero,
  rows: readonly Row[],
): (Zero & Row)[] {
  const merged = new Map<string, Zero & Row>();
  for (const row of rows) {
    const key = JSON.stringify(keys.map((name) => row[name]));
    merged.set(key, { ...(merged.get(key) ?? zero), ...row } as Zero & Row);
  }
  return [...merged.values()];
}

function batchesOf<Row>(rows: readonly Row[]): Row[][] {
  const batches: Row[][] = [];
  for (let start = 0; start < rows.length; start += BATCH_SIZE) {
    batches.push(rows.slice(start, start + BATCH_SIZE));
  }
  return batches;
}
