import { and, eq, gt, inArray, lt, sql, sum } from "drizzle-orm";
import { alias } from "~db/dialect";
import { returnRequests } from "~db/schema/returns";
import { accountBalances, transfers } from "~db/schema/settlement";
import { letOthersWork, type ReadDatabase } from "~/platform/db.server";
import type { TransferReason } from "./ledger-accounts";

/** Who has money of an order that was delivered, and not we. */
export type Outside = "with_courier" | "with_programme";
/** Whose accounts they stand on. */
type Holder = "courier" | "voucher";

const ROWS_A_TIME = 1_000;
/** The order in which the ledger took them in, which its indexes have for nothing. */
const posted = sql<number>`${transfers}.rowid`;

/**
 * Orders of which a part has not reached us: cash that carriers have, the share of a programme that has not paid it. Both
 * pay in sums, which clear what was first: so what they have still is the newest. Nobody is paid of what is not there, and
 * a code is no money until its programme has paid.
 */
export async function listOutside(
  db: ReadDatabase,
  kinds: readonly Holder[] = ["courier", "voucher"],
): Promise<Map<string, Outside>> {
  const owing = await db
    .select({
      accountId: accountBalances.accountId,
      kind: accountBalances.kind,
      balanceVnd: accountBalances.balanceVnd,
    })
    .from(accountBalances)
    .where(and(inArray(accountBalances.kind, [...kinds]), gt(accountBalances.balanceVnd, 0)));
  const outside = new Map<string, Outside>();
  for (const { accountId, kind, balanceVnd } of owing) {
    const isCourier = kind === "courier";
    const reason = isCourier ? "cash_collected" : "voucher_applied";
    for (const orderId of await listNewest(db, { accountId, reason, leftVnd: balanceVnd })) {
      // Of one with both the cash counts: the household's purse says what carriers have.
      if (isCourier) outside.set(orderId, "with_courier");
      else if (!outside.has(orderId)) outside.set(orderId, "with_programme");
    }
  }
  return outside;
}

/** The newest orders that brought an account to what it holds, with what of each went back since taken off. */
async function listNewest(
  db: ReadDatabase,
  asked: { accountId: string; reason: TransferReason; leftVnd: number },
): Promise<string[]> {
  const orderIds: string[] = [];
  let { leftVnd } = asked;
  let before: number | null = null;
  while (leftVnd > 0) {
    const rows: { place: number; orderId: string; stillVnd: number }[] = await db
      .select({
        place: posted,
        orderId: transfers.referenceId,
        stillVnd: sql<number>`${transfers.amountVnd} - (${wentBack(db, asked.accountId)})`,
      })
      .from(transfers)
      .where(
        and(
          eq(transfers.debitAccountId, asked.accountId),
          eq(transfers.reason, asked.reason),
          before === null ? undefined : lt(posted, before),
        ),
      )
      .orderBy(sql`${posted} desc`)
      .limit(ROWS_A_TIME);
    for (const { orderId, stillVnd } of rows) {
      if (leftVnd <= 0) break;
      if (stillVnd <= 0) continue;
      orderIds.push(orderId);
      leftVnd -= stillVnd;
    }
    before = rows.at(-1)?.place ?? null;
    if (rows.length < ROWS_A_TIME) break;
    await letOthersWork();
  }
  return orderIds;
}

/** Of the order of the transfer at hand: of one that fell through, and of goods that its buyer gave back. */
function wentBack(db: ReadDatabase, accountId: string) {
  const back = alias(transfers, "back");
  const isCredited = eq(back.creditAccountId, accountId);
  const undone = db
    .select({ amountVnd: sum(back.amountVnd) })
    .from(back)
    .where(
      and(isCredited, eq(back.referenceKind, "order"), eq(back.referenceId, transfers.referenceId)),
    );
  const returned = db
    .select({ amountVnd: sum(back.amountVnd) })
    .from(returnRequests)
    .innerJoin(
      back,
      and(eq(back.referenceKind, "return_request"), eq(back.referenceId, returnRequests.id)),
    )
    .where(and(isCredited, eq(returnRequests.orderId, transfers.referenceId)));
  return sql<number>`coalesce(${undone}, 0) + coalesce(${returned}, 0)`;
}
