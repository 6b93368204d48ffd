import { and, asc, eq, gt, gte, inArray, lt, or, sql } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { returnLines, returnRequests } from "~db/schema/returns";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import { letOthersWork, type ReadDatabase } from "~/platform/db.server";
import { addMonths, type LocalDate, type Month } from "~/platform/period";
import { soldByOfRow } from "../indicators/queries-sold-by.server";
import { sumsOfRows, type MonthSums, type PeriodRecord } from "./records";

const PAGE = 1_000;
type Place = { on: LocalDate; code: string };

/** Every delivered order of a month, by day and code, and then every return that was paid back in it. */
export async function* readRecords(db: ReadDatabase, month: Month): AsyncGenerator<PeriodRecord> {
  for (const readPage of [readSales, readReturns]) {
    let last: Place = { on: `${month}-00`, code: "" };
    for (;;) {
      const page = await readPage(db, month, last);
      yield* page;
      const end = page.at(-1);
      if (!end || page.length < PAGE) break;
      last = end;
      await letOthersWork();
    }
  }
}

async function readSales(db: ReadDatabase, month: Month, last: Place): Promise<PeriodRecord[]> {
  const { deliveredOn, code } = orders;
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
        gte(deliveredOn, last.on),
        lt(deliveredOn, `${addMonths(month, 1)}-01`),
        or(gt(deliveredOn, last.on), gt(code, last.code)),
      ),
    )
    .orderBy(asc(deliveredOn), asc(code))
    .limit(PAGE);
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

async function readReturns(db: ReadDatabase, month: Month, last: Place): Promise<PeriodRecord[]> {
  const { refundedOn, code } = returnRequests;
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
        gte(refundedOn, last.on),
        lt(refundedOn, `${addMonths(month, 1)}-01`),
        or(gt(refundedOn, last.on), gt(code, last.code)),
      ),
    )
    .orderBy(asc(refundedOn), asc(code))
    .limit(PAGE);
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
