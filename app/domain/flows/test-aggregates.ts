import {
  monthlySales,
  monthlySellers,
  provinceOrders,
  provinceSales,
  provinceSellers,
} from "~db/schema/statistics";
import { reader } from "~/platform/db.server";

/** Every row of the kept figures, as text in an order of its own, so that two readings can be compared. */
export async function readAggregates(): Promise<string[]> {
  const tables = { monthlySales, monthlySellers, provinceSales, provinceOrders, provinceSellers };
  const rows: string[] = [];
  for (const [name, table] of Object.entries(tables)) {
    for (const row of await reader().select().from(table)) rows.push(name + JSON.stringify(row));
  }
  return rows.toSorted();
}
