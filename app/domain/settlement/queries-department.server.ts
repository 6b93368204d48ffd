import { eq, sum } from "drizzle-orm";
import { ledgerAccounts, transfers } from "~db/schema/settlement";
import { reader } from "~/platform/db.server";
import { vnd, type Vnd } from "~/platform/money";

/** What the ledger owes back to buyers, all together. */
export async function sumRefundsDue(): Promise<Vnd> {
  const amount = { amountVnd: sum(transfers.amountVnd).mapWith(Number) };
  const isRefundDue = eq(ledgerAccounts.kind, "refund_due");
  const [credits] = await reader()
    .select(amount)
    .from(transfers)
    .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, transfers.creditAccountId))
    .where(isRefundDue);
  const [debits] = await reader()
    .select(amount)
    .from(transfers)
    .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, transfers.debitAccountId))
    .where(isRefundDue);
  return vnd((credits?.amountVnd ?? 0) - (debits?.amountVnd ?? 0));
}
