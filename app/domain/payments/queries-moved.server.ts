import { and, eq, ne, sql, sum } from "drizzle-orm";
import { bankTransactions } from "~db/schema/payments";
import { reader } from "~/platform/db.server";

/** What came to an account less what went, by all lines that count. */
export async function sumMoved(accountNumber: string): Promise<number> {
  const { direction, amountVnd, status } = bankTransactions;
  const signedVnd = sql`case ${direction} when 'in' then ${amountVnd} else -${amountVnd} end`;
  const [row] = await reader()
    .select({ movedVnd: sum(signedVnd).mapWith(Number) })
    .from(bankTransactions)
    .where(and(eq(bankTransactions.accountNumber, accountNumber), ne(status, "ignored")));
  return row?.movedVnd ?? 0;
}
