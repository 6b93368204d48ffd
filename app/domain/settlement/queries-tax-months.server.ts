import { and, asc, count, eq, exists, gte, inArray, lt, or, sql, sum, type SQL } from "drizzle-orm";
import { households } from "~db/schema/households";
import { lineItems, orders } from "~db/schema/orders";
import { returnLines, returnRequests } from "~db/schema/returns";
import type { TaxClass } from "~/domain/catalog/tax-class";
import { letOthersWork, reader } from "~/platform/db.server";
import { addMonths, type Month } from "~/platform/period";
import type { TaxMonthPage, TaxMonthRow } from "./types-tax";

const PAGE_SIZE = 40;
const PAGES_MAX = 1_000;

/**
 * What was kept back in a month of each household's sales, by name, 40 a page: sales on which withholding was on when they
 * were placed, delivered in the month, less what came back of such sales in it, whenever they were delivered. Shipping is
 * `transport`. Its sums are what the ledger moved on `tax_withheld` in that month.
 */
export async function listTaxMonth(asked: { month: Month; page: number }): Promise<TaxMonthPage> {
  const { month } = asked;
  const db = reader();
  const has = or(exists(soldIn(month)), exists(returnedIn(month)));
  const [all] = await db.select({ rowCount: count() }).from(households).where(has);
  const rowCount = all?.rowCount ?? 0;
  const pageCount = Math.max(1, Math.ceil(rowCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked.page), pageCount);
  const found = await db
    .select({
      householdId: households.id,
      householdName: households.name,
      taxCode: households.taxCode,
    })
    .from(households)
    .where(has)
    .orderBy(asc(households.name), asc(households.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { month, rows: await withSums(month, found), rowCount, page, pageCount };
}

/** The same of all households, for a file; lets others work after each page. */
export async function listWholeTaxMonth(month: Month): Promise<TaxMonthRow[]> {
  const rows: TaxMonthRow[] = [];
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const part = await listTaxMonth({ month, page });
    rows.push(...part.rows);
    if (page >= part.pageCount) break;
    await letOthersWork();
  }
  return rows;
}

type Household = Pick<TaxMonthRow, "householdId" | "householdName" | "taxCode">;

async function withSums(month: Month, found: readonly Household[]): Promise<TaxMonthRow[]> {
  const ids = found.map(({ householdId }) => householdId);
  const parts = [
    ...(await sumLines(month, ids)),
    ...(await sumShipping(month, ids)),
    ...(await sumReturnedLines(month, ids)),
    ...(await sumReturnedShipping(month, ids)),
  ];
  return found.map((household) => {
    const row: TaxMonthRow = {
      ...household,
      revenueVnd: { raw_self_produced: 0, processed: 0, service: 0, transport: 0 },
      vatVnd: 0,
      pitVnd: 0,
    };
    for (const part of parts.filter(({ householdId }) => householdId === household.householdId)) {
      row.revenueVnd[part.taxClass] += part.revenueVnd;
      row.vatVnd += part.vatVnd;
      row.pitVnd += part.pitVnd;
    }
    return row;
  });
}

type Part = {
  householdId: string;
  taxClass: TaxClass;
  revenueVnd: number;
  vatVnd: number;
  pitVnd: number;
};

const isDelivered = (month: Month) =>
  and(
    eq(orders.isTaxWithheld, true),
    gte(orders.deliveredOn, `${month}-01`),
    lt(orders.deliveredOn, `${addMonths(month, 1)}-01`),
  );
const isReturned = (month: Month) =>
  and(
    eq(orders.isTaxWithheld, true),
    gte(returnRequests.refundedOn, `${month}-01`),
    lt(returnRequests.refundedOn, `${addMonths(month, 1)}-01`),
  );
const ofOwner = eq(orders.householdId, households.id);

function soldIn(month: Month) {
  return reader()
    .select({ id: orders.id })
    .from(orders)
    .where(and(ofOwner, isDelivered(month)));
}

function returnedIn(month: Month) {
  return reader()
    .select({ id: returnRequests.id })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .where(and(ofOwner, isReturned(month)));
}

const total = (amount: SQL) => sql<number>`coalesce(${sum(amount)}, 0)`.mapWith(Number);
const less = (amount: SQL) => sql<number>`-coalesce(${sum(amount)}, 0)`.mapWith(Number);

function sumLines(month: Month, ids: string[]): PromiseLike<Part[]> {
  return reader()
    .select({
      householdId: orders.householdId,
      taxClass: lineItems.taxClass,
      revenueVnd: total(sql`${lineItems.totalVnd}`),
      vatVnd: total(sql`${lineItems.vatVnd}`),
      pitVnd: total(sql`${lineItems.pitVnd}`),
    })
    .from(orders)
    .innerJoin(lineItems, eq(lineItems.orderId, orders.id))
    .where(and(inArray(orders.householdId, ids), isDelivered(month)))
    .groupBy(orders.householdId, lineItems.taxClass);
}

async function sumShipping(month: Month, ids: string[]): Promise<Part[]> {
  const ofLines = (column: typeof lineItems.vatVnd | typeof lineItems.pitVnd) =>
    sql`(${reader()
      .select({ amountVnd: sum(column) })
      .from(lineItems)
      .where(eq(lineItems.orderId, orders.id))})`;
  const rows = await reader()
    .select({
      householdId: orders.householdId,
      revenueVnd: total(sql`${orders.shippingVnd}`),
      vatVnd: total(sql`${orders.vatVnd} - ${ofLines(lineItems.vatVnd)}`),
      pitVnd: total(sql`${orders.pitVnd} - ${ofLines(lineItems.pitVnd)}`),
    })
    .from(orders)
    .where(and(inArray(orders.householdId, ids), isDelivered(month)))
    .groupBy(orders.householdId);
  return rows.map((row) => ({ ...row, taxClass: "transport" }));
}

function sumReturnedLines(month: Month, ids: string[]): PromiseLike<Part[]> {
  return reader()
    .select({
      householdId: orders.householdId,
      taxClass: lineItems.taxClass,
      revenueVnd: less(sql`${returnLines.refundVnd}`),
      vatVnd: less(sql`${returnLines.vatVnd}`),
      pitVnd: less(sql`${returnLines.pitVnd}`),
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(returnLines, eq(returnLines.returnRequestId, returnRequests.id))
    .innerJoin(lineItems, eq(lineItems.id, returnLines.lineItemId))
    .where(and(inArray(orders.householdId, ids), isReturned(month)))
    .groupBy(orders.householdId, lineItems.taxClass);
}

async function sumReturnedShipping(month: Month, ids: string[]): Promise<Part[]> {
  const ofLines = (column: typeof returnLines.vatVnd | typeof returnLines.pitVnd) =>
    sql`(${reader()
      .select({ amountVnd: sum(column) })
      .from(returnLines)
      .where(eq(returnLines.returnRequestId, returnRequests.id))})`;
  const rows = await reader()
    .select({
      householdId: orders.householdId,
      revenueVnd: less(sql`${returnRequests.shippingVnd}`),
      vatVnd: less(sql`${returnRequests.vatVnd} - ${ofLines(returnLines.vatVnd)}`),
      pitVnd: less(sql`${returnRequests.pitVnd} - ${ofLines(returnLines.pitVnd)}`),
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .where(and(inArray(orders.householdId, ids), isReturned(month)))
    .groupBy(orders.householdId);
  return rows.map((row) => ({ ...row, taxClass: "transport" }));
}
