import { and, asc, count, desc, eq, inArray, sql, sum, type SQL } from "drizzle-orm";
import { households } from "~db/schema/households";
import { checkouts, orders } from "~db/schema/orders";
import { returnRequests } from "~db/schema/returns";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import { OPEN_RETURN_STATUSES, type ReturnStatus } from "./return-status";
import type { ReturnTab } from "./return-tabs";
import type { ReturnPage, ReturnSummary } from "./types";

const PAGE_SIZE = 20;
const OF_CHECKOUT_MAX = 100;

const HOUSEHOLD_TABS: Record<ReturnTab, readonly ReturnStatus[]> = {
  waiting: ["requested", "returning"],
  open: OPEN_RETURN_STATUSES,
  over: ["refunded", "closed"],
};
const DEPARTMENT_TABS: Record<ReturnTab, readonly ReturnStatus[]> = {
  ...HOUSEHOLD_TABS,
  waiting: ["disputed"],
};

/** A household's requests, those whose time is up first, 20 a page; null outside the scope. */
export async function listHouseholdReturns(
  scope: Scope,
  params: { householdId: string; tab: ReturnTab; page: number },
): Promise<ReturnPage | null> {
  const { householdId, tab, page } = params;
  if (!isInScope(scope, householdId)) return null;
  const isListed = and(
    eq(orders.householdId, householdId),
    inArray(returnRequests.status, [...HOUSEHOLD_TABS[tab]]),
  );
  return listPage(isListed, { tab, page });
}

/** All requests of the province for the department, 20 a page. */
export async function listReturns(params: { tab: ReturnTab; page: number }): Promise<ReturnPage> {
  return listPage(inArray(returnRequests.status, [...DEPARTMENT_TABS[params.tab]]), params);
}

async function listPage(
  isListed: SQL | undefined,
  { tab, page: asked }: { tab: ReturnTab; page: number },
): Promise<ReturnPage> {
  const [counted] = await reader()
    .select({ requestCount: count() })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .where(isListed);
  const requestCount = counted?.requestCount ?? 0;
  const pageCount = Math.max(1, Math.ceil(requestCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked), pageCount);
  const order =
    tab === "over"
      ? [desc(returnRequests.openedAt), desc(returnRequests.id)]
      : [asc(returnRequests.clockAt), asc(returnRequests.id)];
  const requests = await selectSummaries()
    .where(isListed)
    .orderBy(...order)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { requests, requestCount, page, pageCount };
}

/** The requests of a checkout's orders, oldest first. The caller has checked its key. */
export async function listReturnsOfCheckout(checkoutCode: string): Promise<ReturnSummary[]> {
  return selectSummaries()
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(eq(checkouts.code, checkoutCode))
    .orderBy(asc(returnRequests.id))
    .limit(OF_CHECKOUT_MAX);
}

/** What of a checkout was given back to its buyer, in all. The caller has checked its key. */
export async function refundedOfCheckout(checkoutCode: string): Promise<number> {
  const [row] = await reader()
    .select({
      refundVnd: sum(sql`${returnRequests.refundVnd} - ${returnRequests.voucherVnd}`).mapWith(
        Number,
      ),
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(eq(checkouts.code, checkoutCode));
  return row?.refundVnd ?? 0;
}

/** The requests of one order, oldest first; for whoever may see the order. */
export async function listReturnsOfOrder(orderCode: string): Promise<ReturnSummary[]> {
  return selectSummaries()
    .where(eq(orders.code, orderCode))
    .orderBy(asc(returnRequests.id))
    .limit(OF_CHECKOUT_MAX);
}

/** Requests that this household has to answer; the caller has found it in the scope. */
export async function countWaitingReturns(householdId: string): Promise<number> {
  const [row] = await reader()
    .select({ requestCount: count() })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .where(
      and(
        eq(orders.householdId, householdId),
        inArray(returnRequests.status, [...HOUSEHOLD_TABS.waiting]),
      ),
    );
  return row?.requestCount ?? 0;
}

/** Requests that wait for the department's decision. */
export async function countDisputes(): Promise<number> {
  return reader().$count(returnRequests, eq(returnRequests.status, "disputed"));
}

function selectSummaries() {
  return reader()
    .select({
      code: returnRequests.code,
      orderCode: orders.code,
      status: returnRequests.status,
      reason: returnRequests.reason,
      householdName: households.name,
      openedAt: returnRequests.openedAt,
      clockAt: returnRequests.clockAt,
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(households, eq(households.id, orders.householdId));
}
