import { sql } from "drizzle-orm";
import { monthlySales, provinceSales } from "~db/schema/statistics";
import type { Transaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";

export type LineKey = {
  month: Month;
  householdId: string;
  /** Where the seller was when it was ordered. */
  communeCode: string;
  ocopSet: number;
  stars: number;
  method: string;
  channel: string;
};
export type LineSums = {
  itemsVnd: number;
  itemCount: number;
  lineCount: number;
  returnedVnd: number;
  returnedCount: number;
};

/** Adds to what a seller sold of one kind in a month, and to the province's sum of it. */
export async function addLineSums(tx: Transaction, key: LineKey, added: LineSums): Promise<void> {
  await tx
    .insert(monthlySales)
    .values({ ...key, ...added })
    .onConflictDoUpdate({
      target: [
        monthlySales.month,
        monthlySales.householdId,
        monthlySales.communeCode,
        monthlySales.ocopSet,
        monthlySales.stars,
        monthlySales.method,
        monthlySales.channel,
      ],
      set: {
        itemsVnd: sql`${monthlySales.itemsVnd} + ${added.itemsVnd}`,
        itemCount: sql`${monthlySales.itemCount} + ${added.itemCount}`,
        lineCount: sql`${monthlySales.lineCount} + ${added.lineCount}`,
        returnedVnd: sql`${monthlySales.returnedVnd} + ${added.returnedVnd}`,
        returnedCount: sql`${monthlySales.returnedCount} + ${added.returnedCount}`,
      },
    });
  const { month, ocopSet, method, channel } = key;
  const { itemsVnd, returnedVnd } = added;
  await tx
    .insert(provinceSales)
    .values({ month, ocopSet, method, channel, itemsVnd, returnedVnd })
    .onConflictDoUpdate({
      target: [
        provinceSales.month,
        provinceSales.ocopSet,
        provinceSales.method,
        provinceSales.channel,
      ],
      set: {
        itemsVnd: sql`${provinceSales.itemsVnd} + ${itemsVnd}`,
        returnedVnd: sql`${provinceSales.returnedVnd} + ${returnedVnd}`,
      },
    });
}
