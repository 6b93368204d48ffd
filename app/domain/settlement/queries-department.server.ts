import { and, eq, ne, sql, sum } from "drizzle-orm";
import { accountBalances } from "~db/schema/settlement";
import { reader } from "~/platform/db.server";

/** What the ledger owes back to buyers, all together. */
export async function sumRefundsDue(): Promise<number> {
  const [row] = await reader()
    .select({ balanceVnd: sum(accountBalances.balanceVnd).mapWith(Number) })
    .from(accountBalances)
    .where(and(eq(accountBalances.kind, "refund_due"), ne(accountBalances.balanceVnd, sql`0`)));
  return Math.abs(row?.balanceVnd ?? 0);
}
