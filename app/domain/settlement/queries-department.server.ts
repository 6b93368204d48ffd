import { and, eq, ne, sql, sum } from "drizzle-orm";
import { accountBalances } from "~db/schema/settlement";
import { reader } from "~/platform/db.server";
import type { LedgerAccountKind } from "./ledger-accounts";
import type { CashOutside } from "./types";

/** What the ledger owes back to buyers, all together. */
export async function sumRefundsDue(): Promise<number> {
  return Math.abs(await sumOpen("refund_due"));
}

/** Cash that others took at the door and owe us. */
export async function sumCashOutside(): Promise<CashOutside> {
  return {
    couriersVnd: await sumOpen("courier"),
    householdsVnd: await sumOpen("household_cash"),
  };
}

/** What all accounts of a kind hold, debits less credits; reads those only that hold something. */
async function sumOpen(kind: LedgerAccountKind): Promise<number> {
  const [row] = await reader()
    .select({ balanceVnd: sum(accountBalances.balanceVnd).mapWith(Number) })
    .from(accountBalances)
    .where(and(eq(accountBalances.kind, kind), ne(accountBalances.balanceVnd, sql`0`)));
  return row?.balanceVnd ?? 0;
}
