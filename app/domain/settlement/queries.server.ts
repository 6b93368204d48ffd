import { and, desc, eq, inArray, lte, sql, sum } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import { orders } from "~db/schema/orders";
import { accountBalances, commissionRules, transfers } from "~db/schema/settlement";
import { HOUSEHOLD_CARRIERS, isBroughtByHousehold } from "~/domain/fulfilment/carriers";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { OPEN_ORDER_STATUSES } from "~/domain/orders/order-progress";
import { builtOnce, reader, type ReadDatabase } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";
import { ledgerAccountId, NORMAL_SIDE, type LedgerAccount } from "./ledger-accounts";
import { listOutside } from "./queries-outside.server";
import type { EarningsEntry, HouseholdEarnings } from "./types";

const PAGE_SIZE = 20;

const selectBalance = builtOnce((db) =>
  db
    .select({ debitVnd: accountBalances.balanceVnd })
    .from(accountBalances)
    .where(eq(accountBalances.accountId, sql.placeholder("accountId")))
    .limit(1)
    .prepare(),
);

/** What the account holds on its normal side; an account that nothing was posted to holds 0. */
export async function balanceOf(
  account: LedgerAccount,
  db: ReadDatabase = reader(),
): Promise<number> {
  const [row] = await selectBalance(db).execute({ accountId: ledgerAccountId(account) });
  const debitVnd = row?.debitVnd ?? 0;
  return debitVnd === 0 || NORMAL_SIDE[account.kind] === "debit" ? debitVnd : -debitVnd;
}

/** Whether a person has said that some money was for this checkout, which no code in its memo did. */
export async function hasAllocatedMoney(db: ReadDatabase, checkoutId: string): Promise<boolean> {
  const buyer = ledgerAccountId({ kind: "buyer", ownerId: checkoutId });
  const [row] = await db
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.creditAccountId, buyer), eq(transfers.reason, "receipt_allocated")))
    .limit(1);
  return row !== undefined;
}

/** What a dispute that we lost, or a refund outside our books, still costs us: less what was taken off what is owed. */
export async function sumLoss(
  db: ReadDatabase,
  of: { kind: "card_dispute" | "card_refund"; id: string },
): Promise<number> {
  const losses = ledgerAccountId({ kind: "dispute_losses" });
  const { debitAccountId, creditAccountId, amountVnd } = transfers;
  const signed = sql`case ${losses} when ${debitAccountId} then ${amountVnd} when ${creditAccountId} then -${amountVnd} else 0 end`;
  const [row] = await db
    .select({ lossVnd: sum(signed).mapWith(Number) })
    .from(transfers)
    .where(and(eq(transfers.referenceKind, of.kind), eq(transfers.referenceId, of.id)));
  return row?.lossVnd ?? 0;
}

const selectRate = builtOnce((db) =>
  db
    .select({ rateBps: commissionRules.rateBps })
    .from(commissionRules)
    .where(lte(commissionRules.effectiveOn, sql.placeholder("localDate")))
    .orderBy(desc(commissionRules.effectiveOn), desc(commissionRules.id))
    .limit(1)
    .prepare(),
);

/** The marketplace's share of an order placed on that day; 0 before the first rule. */
export async function commissionRateBps(db: ReadDatabase, localDate: LocalDate): Promise<number> {
  const [rule] = await selectRate(db).execute({ localDate });
  return rule?.rateBps ?? 0;
}

/** What a household has earned, order by order, 20 a page; null outside the scope. */
export async function householdEarnings(
  scope: Scope,
  householdId: string,
  page = 1,
): Promise<HouseholdEarnings | null> {
  if (!isInScope(scope, householdId)) return null;
  const account: LedgerAccount = { kind: "household", ownerId: householdId };
  const settled = and(
    eq(transfers.creditAccountId, ledgerAccountId(account)),
    eq(transfers.reason, "order_settled"),
  );
  const pageCount = Math.max(1, Math.ceil((await reader().$count(transfers, settled)) / PAGE_SIZE));
  const shownPage = Math.min(Math.max(1, page), pageCount);
  const rows = await reader()
    .select({
      orderCode: orders.code,
      settledAt: transfers.occurredAt,
      totalVnd: transfers.amountVnd,
      commissionVnd: orders.commissionVnd, // equal to what was taken, as is who has the cash: checkLedger
      taxVnd: sql<number>`${orders.vatVnd} + ${orders.pitVnd}`.mapWith(Number),
      voucherVnd: orders.voucherVnd,
      cashVnd: orders.cashVnd,
      carrier: shipments.carrier,
    })
    .from(transfers)
    .innerJoin(orders, eq(orders.id, transfers.referenceId))
    .innerJoin(shipments, eq(shipments.orderId, orders.id))
    .where(settled)
    .orderBy(desc(transfers.occurredAt), desc(transfers.id))
    .limit(PAGE_SIZE)
    .offset((shownPage - 1) * PAGE_SIZE);
  const courierVnd = await withCouriersOf(householdId);
  return {
    marketVnd: (await balanceOf(account)) - courierVnd,
    courierVnd,
    owedVnd: await balanceOf({ kind: "household_cash", ownerId: householdId }),
    pendingVnd: await pendingOf(householdId),
    entries: rows.map(({ carrier, ...row }) => ({
      ...row,
      netVnd: row.totalVnd - row.commissionVnd - row.taxVnd,
      paidTo: paidTo({ ...row, carrier }),
    })),
    page: shownPage,
    pageCount,
  };
}

function paidTo(order: {
  totalVnd: number;
  voucherVnd: number;
  cashVnd: number;
  carrier: string;
}): EarningsEntry["paidTo"] {
  if (order.voucherVnd === order.totalVnd) return "nobody";
  if (order.cashVnd === 0) return "market";
  return isBroughtByHousehold(order.carrier) ? "household" : "courier";
}

// As earnedOf and cashKept say it.
const netVnd = sql<number>`${orders.totalVnd} - ${orders.commissionVnd} - ${orders.vatVnd} - ${orders.pitVnd}`;
const netInCash = sql<number>`min(${orders.cashVnd}, ${netVnd})`;
const isFromHousehold = inArray(shipments.carrier, [...HOUSEHOLD_CARRIERS]);

/** Of orders whose cash carriers have taken and not paid to us. */
async function withCouriersOf(householdId: string): Promise<number> {
  const orderIds = [...(await listOutside(reader(), ["courier"])).keys()];
  if (orderIds.length === 0) return 0;
  const [held] = await reader()
    .select({ netVnd: sum(netInCash).mapWith(Number) })
    .from(orders)
    .where(
      and(
        eq(orders.householdId, householdId),
        eq(orders.status, "delivered"),
        sql`${orders.id} in (select value from json_each(${JSON.stringify(orderIds)}))`,
      ),
    );
  return held?.netVnd ?? 0;
}

async function pendingOf(householdId: string): Promise<number> {
  const [open] = await reader()
    .select({
      netVnd: sum(
        sql`${netVnd} - case when ${isFromHousehold} then ${netInCash} else 0 end`,
      ).mapWith(Number),
    })
    .from(orders)
    .leftJoin(shipments, eq(shipments.orderId, orders.id))
    .where(
      and(eq(orders.householdId, householdId), inArray(orders.status, [...OPEN_ORDER_STATUSES])),
    );
  return open?.netVnd ?? 0;
}
