import { and, asc, gt, lte, sql, type SQL } from "drizzle-orm";
import type { AnyColumn, AnyTable } from "~db/dialect";
import { households } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import { bankTransactions, payments } from "~db/schema/payments";
import { cardCharges, cardDisputes, cardRefunds } from "~db/schema/payments-cards";
import { returnRequests } from "~db/schema/returns";
import { accountBalances, disbursements, transfers } from "~db/schema/settlement";
import { letOthersWork, type ReadDatabase } from "~/platform/db.server";

/** Rows of one query: a few milliseconds, which is what somebody else may have to wait for. */
const STRETCH_ROWS = 100;
const STRETCHES_MAX = 1_000_000;

const WALKS = {
  transfers: { table: transfers, key: transfers.id },
  balances: { table: accountBalances, key: accountBalances.accountId },
  inbox: { table: bankTransactions, key: bankTransactions.id },
  charges: { table: cardCharges, key: cardCharges.id },
  cardRefunds: { table: cardRefunds, key: cardRefunds.id },
  disputes: { table: cardDisputes, key: cardDisputes.id },
  payments: { table: payments, key: payments.id },
  orders: { table: orders, key: orders.id },
  disbursements: { table: disbursements, key: disbursements.id },
  households: { table: households, key: households.id },
  returns: { table: returnRequests, key: returnRequests.id },
} as const satisfies Record<string, { table: AnyTable; key: AnyColumn }>;
export type Walk = keyof typeof WALKS;

/**
 * Cuts a table into stretches of 100 rows by a unique text column, and lets others work after each. A value is the
 * condition that selects the stretch; together they select every row once, if the table does not change meanwhile.
 */
export async function* stretchesOf(db: ReadDatabase, walk: Walk): AsyncGenerator<SQL> {
  const { table, key } = WALKS[walk];
  const keyText = sql<string>`${key}`;
  let after = "";
  for (let done = 0; done < STRETCHES_MAX; done += 1) {
    const [last] = await db
      .select({ key: keyText })
      .from(table)
      .where(gt(key, after))
      .orderBy(asc(key))
      .limit(1)
      .offset(STRETCH_ROWS - 1);
    yield sql`${and(gt(key, after), last ? lte(key, last.key) : undefined)}`;
    if (!last) return;
    after = last.key;
    await letOthersWork();
  }
}
