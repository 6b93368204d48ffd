import { and, eq, gte, inArray, sql, sum, type SQL } from "drizzle-orm";
import { transfers } from "~db/schema/settlement";
import type { ReadDatabase } from "~/platform/db.server";
import { localDateOf, monthOf } from "~/platform/period";
import { balanceOf } from "./queries.server";

const TAX = "tax_withheld";

/**
 * The most that can have gone to the State on that day: what is held, or what the lists of the months before it still
 * said, whatever was kept back or came back since that month began. At least 0.
 */
export async function mostPayableTax(db: ReadDatabase, paidAt: number): Promise<number> {
  const heldVnd = await balanceOf({ kind: TAX }, db);
  const since = `${monthOf(localDateOf(paidAt))}-01`;
  const signed = sql`case when ${transfers.creditAccountId} = ${TAX} then ${transfers.amountVnd} else -${transfers.amountVnd} end`;
  const sinceVnd = await add(
    db,
    signed,
    and(
      gte(transfers.localDate, since),
      inArray(transfers.reason, ["tax_withheld", "tax_returned"]),
    ),
  );
  return Math.max(0, heldVnd, heldVnd - sinceVnd);
}

/** What went to the State by lines of the bank, less what it gave back. */
export async function sumPaidTax(db: ReadDatabase): Promise<number> {
  const paid = and(eq(transfers.debitAccountId, TAX), eq(transfers.reason, "outflow_allocated"));
  const back = and(eq(transfers.creditAccountId, TAX), eq(transfers.reason, "receipt_allocated"));
  const amount = sql`${transfers.amountVnd}`;
  return (await add(db, amount, paid)) - (await add(db, amount, back));
}

async function add(db: ReadDatabase, amount: SQL, where: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ amountVnd: sql`coalesce(${sum(amount)}, 0)`.mapWith(Number) })
    .from(transfers)
    .where(where);
  return row?.amountVnd ?? 0;
}
