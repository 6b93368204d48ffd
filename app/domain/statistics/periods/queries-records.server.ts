import { and, asc, eq, exists, gt, gte, inArray, lt, or, sql, sum } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { returnLines, returnRequests } from "~db/schema/returns";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import type { OrderChannel } from "~/domain/orders/order-status";
import { letOthersWork, type ReadDatabase } from "~/platform/db.server";
import { addMonths, type LocalDate, type Month } from "~/platform/period";
import { soldByOfRow } from "../indicators/queries-sold-by.server";
import { sumsOfRows, type MonthSums, type PeriodRecord } from "./records";

const PAGE = 1_000;
/** Within the records of a kind: what comes after is later, or of the same day with a later code. */
export type Place = { on: LocalDate; code: string };
/** Only these; what is left out is not asked. */
export type RecordFilter = {
  channel?: string | undefined;
  method?: string | undefined;
  communeCode?: string | undefined;
  /** A record with at least one line of these sets and stars. */
  ocopSets?: readonly number[] | undefined;
  stars?: number | undefined;
  householdIds?: readonly string[] | undefined;
};
type PageAsked = {
  after: Place;
  /** The day before which they end. */
  until: LocalDate;
  limit: number;
  filter?: RecordFilter;
};

/** Every delivered order of a month, by day and code, and then every return that was paid back in it. */
export async function* readRecords(db: ReadDatabase, month: Month): AsyncGenerator<PeriodRecord> {
  const until = `${addMonths(month, 1)}-01`;
  for (const readPage of [readSales, readReturns]) {
    let after: Place = { on: `${month}-00`, code: "" };
    for (;;) {
      const page = await readPage(db, { after, until, limit: PAGE });
      yield* page;
      const end = page.at(-1);
      if (!end || page.length < PAGE) break;
      after = end;
      await letOthersWork();
    }
  }
}

/** Delivered orders after a place, by day and code. */
export async function readSales(db: ReadDatabase, asked: PageAsked): Promise<PeriodRecord[]> {
  const { after, until, limit, filter = {} } = asked;
  const { deliveredOn, code } = orders;
  const ofLines = linesMatch(filter);
  const rows = await db
    .select({
      id: orders.id,
      code,
      on: sql<LocalDate>`${deliveredOn}`,
      householdId: orders.householdId,
      communeCode: orders.sellerCommuneCode,
      channel: checkouts.channel,
      method: soldByOfRow,
      shippingVnd: orders.shippingVnd,
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(
      and(
        eq(orders.status, "delivered"),
        gte(deliveredOn, after.on),
        lt(deliveredOn, until),
        or(gt(deliveredOn, after.on), gt(code, after.code)),
        ...ordersMatch(filter),
        ofLines &&
          exists(
            db
              .select({ one: sql`1` })
              .from(lineItems)
              .where(and(eq(lineItems.orderId, orders.id), ofLines)),
          ),
      ),
    )
    .orderBy(asc(deliveredOn), asc(code))
    .limit(limit);
  const lines = await db
    .select({
      ownerId: lineItems.orderId,
      ocopSet: lineItems.ocopSet,
      stars: lineItems.stars,
      count: lineItems.quantity,
      vnd: lineItems.totalVnd,
    })
    .from(lineItems)
    .where(
      inArray(
        lineItems.orderId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(lineItems.id));
  const linesOf = byOwner(lines);
  return rows.map(({ id, ...row }) => ({
    kind: "sale",
    ...row,
    orderCode: row.code,
    lines: linesOf.get(id) ?? [],
  }));
}

/** Returns paid back after a place, by day and code. */
export async function readReturns(db: ReadDatabase, asked: PageAsked): Promise<PeriodRecord[]> {
  const { after, until, limit, filter = {} } = asked;
  const { refundedOn, code } = returnRequests;
  const ofLines = linesMatch(filter);
  const rows = await db
    .select({
      id: returnRequests.id,
      code,
      orderCode: orders.code,
      on: sql<LocalDate>`${refundedOn}`,
      householdId: orders.householdId,
      communeCode: orders.sellerCommuneCode,
      channel: checkouts.channel,
      method: soldByOfRow,
      shippingVnd: returnRequests.shippingVnd,
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(
      and(
        gte(refundedOn, after.on),
        lt(refundedOn, until),
        or(gt(refundedOn, after.on), gt(code, after.code)),
        ...ordersMatch(filter),
        ofLines &&
          exists(
            db
              .select({ one: sql`1` })
              .from(returnLines)
              .innerJoin(lineItems, eq(lineItems.id, returnLines.lineItemId))
              .where(
                and(
                  eq(returnLines.returnRequestId, returnRequests.id),
                  gt(returnLines.refundedCount, 0),
                  ofLines,
                ),
              ),
          ),
      ),
    )
    .orderBy(asc(refundedOn), asc(code))
    .limit(limit);
  const lines = await db
    .select({
      ownerId: returnLines.returnRequestId,
      ocopSet: lineItems.ocopSet,
      stars: lineItems.stars,
      count: sql<number>`${returnLines.refundedCount}`,
      vnd: sql<number>`${returnLines.refundVnd}`,
    })
    .from(returnLines)
    .innerJoin(lineItems, eq(lineItems.id, returnLines.lineItemId))
    .where(
      and(
        gt(returnLines.refundedCount, 0),
        inArray(
          returnLines.returnRequestId,
          rows.map((row) => row.id),
        ),
      ),
    )
    .orderBy(asc(returnLines.id));
  const linesOf = byOwner(lines);
  return rows.map(({ id, ...row }) => ({ kind: "return", ...row, lines: linesOf.get(id) ?? [] }));
}

function ordersMatch({ channel, method, communeCode, householdIds }: RecordFilter) {
  return [
    channel === undefined ? undefined : eq(checkouts.channel, channel as OrderChannel),
    method === undefined ? undefined : eq(soldByOfRow, method),
    communeCode === undefined ? undefined : eq(orders.sellerCommuneCode, communeCode),
    householdIds === undefined ? undefined : inArray(orders.householdId, [...householdIds]),
  ];
}

/** Nothing where the lines are not asked about. */
function linesMatch({ ocopSets, stars }: RecordFilter) {
  return and(
    ocopSets === undefined ? undefined : inArray(lineItems.ocopSet, [...ocopSets]),
    stars === undefined ? undefined : eq(lineItems.stars, stars),
  );
}

type Line = PeriodRecord["lines"][number];

function byOwner(rows: readonly (Line & { ownerId: string })[]): Map<string, Line[]> {
  const lines = new Map<string, Line[]>();
  for (const { ownerId, ...line } of rows) {
    lines.set(ownerId, [...(lines.get(ownerId) ?? []), line]);
  }
  return lines;
}

/** What is kept of a month as orders move. */
export async function readKeptSums(db: ReadDatabase, month: Month): Promise<MonthSums> {
  const sales = await db.select().from(monthlySales).where(eq(monthlySales.month, month));
  const sellers = await db.select().from(monthlySellers).where(eq(monthlySellers.month, month));
  return sumsOfRows(
    sales.map(({ month: _month, ...row }) => row),
    sellers.map(({ month: _month, ...row }) => row),
  );
}

/** How many orders and returns are kept of a month, which is how many there should be to read. */
export async function countKeptRecords(db: ReadDatabase, month: Month): Promise<number> {
  const [row] = await db
    .select({ orders: sum(monthlySellers.orderCount), returns: sum(monthlySellers.returnCount) })
    .from(monthlySellers)
    .where(eq(monthlySellers.month, month));
  return Number(row?.orders ?? 0) + Number(row?.returns ?? 0);
}
