import { and, asc, countDistinct, desc, eq, inArray, lte, sql, sum } from "drizzle-orm";
import { lotEvents, lots, products, stockReservations } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { checkouts, lineItems, orders, recallContacts } from "~db/schema/orders";
import { communes, provinces } from "~db/schema/places";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { HOUSEHOLD_ORDER_STATUSES, OPEN_ORDER_STATUSES } from "./order-progress";
import type { OrderStatus } from "./order-status";
import type { RecallBuyer, RecallBuyerPage, RecallContact, RecallView } from "./types-recall";

const PAGE_SIZE = 50;
const CONTACTS_MAX = 20;

/** Orders that have packs, or will: what was given back is in the house. */
const WITH_PACKS: readonly OrderStatus[] = [
  "awaiting_payment",
  ...OPEN_ORDER_STATUSES,
  "delivered",
];

type Recall = { id: string; lotId: string; recalledAt: number };

/** The latest recall of a lot in the scope, or null. */
export async function findRecall(scope: Scope, lotCode: string): Promise<RecallView | null> {
  const recall = await loadRecall(reader(), scope, lotCode);
  if (!recall) return null;
  const { lotId: _lotId, standingAt, ...view } = recall;
  return {
    ...view,
    isLifted: standingAt !== recall.recalledAt,
    ...(await countBuyers(scope, recall)),
    toldCount: await countTold(scope, recall),
  };
}

/**
 * Who has packs of a recalled lot, the newest order first, 50 a page: names and phones, for those whose work it is to
 * tell them. A household does not learn of orders that wait for money, here as elsewhere.
 */
export async function listRecallBuyers(
  scope: Scope,
  params: { lotCode: string; page: number },
): Promise<RecallBuyerPage | null> {
  const recall = await loadRecall(reader(), scope, params.lotCode);
  if (!recall) return null;
  const { orderCount } = await countBuyers(scope, recall);
  const pageCount = Math.max(1, Math.ceil(orderCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  const limits = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  return { buyers: await selectBuyers(scope, recall, limits), page, pageCount };
}

/** All of them, for a file; null outside the scope. */
export async function listAllRecallBuyers(
  scope: Scope,
  { lotCode, limit }: { lotCode: string; limit: number },
): Promise<RecallBuyer[] | null> {
  const recall = await loadRecall(reader(), scope, lotCode);
  return recall && selectBuyers(scope, recall, { limit, offset: 0 });
}

/** The latest recall of this lot and an order that has packs of it, for a note to be written; null outside the scope. */
export async function findRecallOrder(
  db: ReadDatabase,
  scope: Scope,
  { lotCode, orderCode }: { lotCode: string; orderCode: string },
): Promise<{ recallId: string; orderId: string } | null> {
  const recall = await loadRecall(db, scope, lotCode);
  if (!recall) return null;
  const [order] = await db
    .select({ id: orders.id })
    .from(stockReservations)
    .innerJoin(lineItems, eq(lineItems.id, stockReservations.lineItemId))
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .where(and(hasPacksOf(scope, recall), eq(orders.code, orderCode)))
    .limit(1);
  return order ? { recallId: recall.id, orderId: order.id } : null;
}

async function loadRecall(db: ReadDatabase, scope: Scope, lotCode: string) {
  const [row] = await db
    .select({
      id: lotEvents.id,
      lotId: lots.id,
      lotCode: lots.code,
      productName: products.name,
      householdId: households.id,
      householdName: households.name,
      madeOn: lots.madeOn,
      reason: lotEvents.reason,
      instruction: sql<string>`${lotEvents.instruction}`,
      recalledAt: lotEvents.occurredAt,
      standingAt: lots.recalledAt,
    })
    .from(lots)
    .innerJoin(lotEvents, and(eq(lotEvents.lotId, lots.id), eq(lotEvents.kind, "recalled")))
    .innerJoin(products, eq(products.id, lots.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .where(eq(lots.code, lotCode))
    .orderBy(desc(lotEvents.occurredAt), desc(lotEvents.id))
    .limit(1);
  return row && isInScope(scope, row.householdId) ? row : null;
}

/** Packs that were taken before the recall; what is sold after a lifting is no matter of it. */
function hasPacksOf(scope: Scope, recall: Recall) {
  const visible: readonly OrderStatus[] = HOUSEHOLD_ORDER_STATUSES;
  return and(
    eq(stockReservations.lotId, recall.lotId),
    inArray(stockReservations.status, ["held", "consumed"]),
    lte(stockReservations.createdAt, recall.recalledAt),
    inArray(
      orders.status,
      WITH_PACKS.filter((status) => scope.kind === "all" || visible.includes(status)),
    ),
  );
}

async function countBuyers(scope: Scope, recall: Recall) {
  const [row] = await reader()
    .select({
      orderCount: countDistinct(orders.id),
      packCount: sum(stockReservations.quantity).mapWith(Number),
    })
    .from(stockReservations)
    .innerJoin(lineItems, eq(lineItems.id, stockReservations.lineItemId))
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .where(hasPacksOf(scope, recall));
  // A sum of nothing is no number.
  return { orderCount: row?.orderCount ?? 0, packCount: row?.packCount || 0 };
}

async function countTold(scope: Scope, recall: Recall): Promise<number> {
  const [row] = await reader()
    .select({ count: countDistinct(orders.id) })
    .from(stockReservations)
    .innerJoin(lineItems, eq(lineItems.id, stockReservations.lineItemId))
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(
      recallContacts,
      and(
        eq(recallContacts.recallId, recall.id),
        eq(recallContacts.orderId, orders.id),
        eq(recallContacts.outcome, "told"),
      ),
    )
    .where(hasPacksOf(scope, recall));
  return row?.count ?? 0;
}

async function selectBuyers(
  scope: Scope,
  recall: Recall,
  { limit, offset }: { limit: number; offset: number },
): Promise<RecallBuyer[]> {
  const rows = await reader()
    .select({
      orderId: orders.id,
      orderCode: orders.code,
      status: orders.status,
      quantity: sum(stockReservations.quantity).mapWith(Number),
      heldCount:
        sql<number>`sum(case when ${stockReservations.status} = 'held' then ${stockReservations.quantity} else 0 end)`.mapWith(
          Number,
        ),
      buyerName: checkouts.buyerName,
      buyerPhone: checkouts.buyerPhone,
      communeName: communes.name,
      provinceName: provinces.name,
      placedAt: orders.placedAt,
    })
    .from(stockReservations)
    .innerJoin(lineItems, eq(lineItems.id, stockReservations.lineItemId))
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(communes, eq(communes.code, checkouts.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(hasPacksOf(scope, recall))
    .groupBy(orders.id)
    .orderBy(desc(orders.placedAt), asc(orders.code))
    .limit(limit)
    .offset(offset);
  const contacts = await listContacts(
    recall.id,
    rows.map((row) => row.orderId),
  );
  return rows.map(({ orderId, ...row }) => ({ ...row, contacts: contacts.get(orderId) ?? [] }));
}

async function listContacts(
  recallId: string,
  orderIds: readonly string[],
): Promise<Map<string, RecallContact[]>> {
  const byOrder = new Map<string, RecallContact[]>();
  if (orderIds.length === 0) return byOrder;
  const rows = await reader()
    .select({
      orderId: recallContacts.orderId,
      outcome: recallContacts.outcome,
      note: recallContacts.note,
      by: users.fullName,
      occurredAt: recallContacts.occurredAt,
    })
    .from(recallContacts)
    .leftJoin(users, eq(users.id, recallContacts.actorId))
    .where(
      and(eq(recallContacts.recallId, recallId), inArray(recallContacts.orderId, [...orderIds])),
    )
    .orderBy(desc(recallContacts.occurredAt), desc(recallContacts.id))
    .limit(orderIds.length * CONTACTS_MAX);
  for (const { orderId, ...contact } of rows) {
    byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), contact]);
  }
  return byOrder;
}
