import { listFormerSlugs, listTableProducts } from "~/domain/catalog/queries-table.server";
import type { TableState } from "~/domain/exchange/plan-table";
import { MAX_TABLE_ROWS } from "~/domain/exchange/table-columns";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";

/** What a household's table is held against. Its products are as many as a table has rows. */
export async function loadTableState(householdId: string): Promise<TableState> {
  const limit = MAX_TABLE_ROWS + 1;
  return {
    products: await listTableProducts(reader(), { householdId, limit }),
    formerSlugs: await listFormerSlugs(reader(), householdId),
    today: localDateOf(now()),
  };
}
