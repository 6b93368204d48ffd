import { asc, eq, inArray, sql } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import { householdMembers, households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import type { noticeFeed } from "~db/schema/notices";
import { checkouts, orderEvents, orders } from "~db/schema/orders";
import { returnEvents, returnRequests } from "~db/schema/returns";
import { isSamePhone } from "~/domain/identity/phone";
import { orderClock } from "~/domain/orders/order-clocks";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import { returnDays } from "~/domain/returns/return-reasons";
import { returnClock } from "~/domain/returns/return-status";
import type { ReadDatabase } from "~/platform/db.server";
import { DEFAULT_LANGUAGE, type CompleteLanguage } from "~/platform/language";
import { DAY_MS } from "~/platform/period";
import { loadCertificateSteps } from "./queries-events-certificates.server";
import {
  loadDocumentEvents,
  loadHouseholdEvents,
  loadProductEvents,
  loadProfileChanges,
  ofHousehold,
  type Found,
} from "./queries-events-desk.server";
import { loadEntryCodes } from "./queries-events-entry.server";
import { deadline } from "./notice-deadline";
import { loadPaymentEvents } from "./queries-events-money.server";
import { loadPhoneChanges } from "./queries-events-phones.server";
import { loadContractEvents, loadPreorderEvents } from "./queries-events-sale.server";
import { loadSuspensions } from "./queries-events-suspensions.server";
import { loadSupplyMatches } from "./queries-events-supply.server";
import type { NoticeSource } from "./notice-status";
import type { NoticeEvent } from "./types";

const MEMBERS_MAX = 1_000;

type FeedRow = typeof noticeFeed.$inferSelect;

const LOADERS: Record<NoticeSource, (db: ReadDatabase, ids: string[]) => Promise<Found[]>> = {
  order: loadOrderEvents,
  return: loadReturnEvents,
  contract: loadContractEvents,
  preorder: loadPreorderEvents,
  payment: loadPaymentEvents,
  product: loadProductEvents,
  profile: loadProfileChanges,
  document: loadDocumentEvents,
  household: async (db, ids) => [
    ...(await loadHouseholdEvents(db, ids)),
    ...(await loadCertificateSteps(db, ids)),
    ...(await loadSupplyMatches(db, ids)),
    ...(await loadEntryCodes(db, ids)),
    ...(await loadPhoneChanges(db, ids)),
    ...(await loadSuspensions(db, ids)),
  ],
};

/** What these lines of the feed stand for, in their order. */
export async function loadEvents(
  db: ReadDatabase,
  rows: readonly FeedRow[],
): Promise<NoticeEvent[]> {
  const found = new Map<string, Found>();
  for (const source of new Set(rows.map((row) => row.source))) {
    const ids = rows.filter((row) => row.source === source).map((row) => row.eventId);
    for (const event of await LOADERS[source](db, ids)) found.set(event.id, event);
  }
  const events = rows.flatMap((row) => found.get(row.eventId) ?? []);
  const languages = await householdLanguages(
    db,
    events.flatMap((event) => event.household ?? []),
  );
  return events.map(({ household, ...event }) => ({
    ...event,
    household: household && {
      id: household.id,
      language: languages.get(household.id) ?? DEFAULT_LANGUAGE,
    },
  }));
}

/** Of the member whose phone the household has, else of the one who has been there longest. */
async function householdLanguages(
  db: ReadDatabase,
  asked: readonly { id: string; phone: string }[],
): Promise<Map<string, CompleteLanguage>> {
  const phones = new Map(asked.map(({ id, phone }) => [id, phone]));
  const members = await db
    .select({
      householdId: householdMembers.householdId,
      phone: users.phone,
      language: users.language,
    })
    .from(householdMembers)
    .innerJoin(users, eq(users.id, householdMembers.userId))
    .where(inArray(householdMembers.householdId, [...phones.keys()]))
    .orderBy(asc(users.id))
    .limit(MEMBERS_MAX);
  const languages = new Map<string, CompleteLanguage>();
  for (const { householdId, phone, language } of members) {
    const isTheirs = isSamePhone(phone, phones.get(householdId) ?? "");
    if (isTheirs || !languages.has(householdId)) languages.set(householdId, language);
  }
  return languages;
}

async function loadOrderEvents(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      event: orderEvents,
      order: orders,
      checkout: checkouts,
      household: ofHousehold,
      householdName: households.name,
      carrier: shipments.carrier,
      trackingCode: shipments.trackingCode,
    })
    .from(orderEvents)
    .innerJoin(orders, eq(orders.id, orderEvents.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(households, eq(households.id, orders.householdId))
    .leftJoin(shipments, eq(shipments.orderId, orders.id))
    .where(inArray(orderEvents.id, ids));
  return rows.map(({ event, order, checkout, household, householdName, carrier, trackingCode }) => {
    const { toStatus, occurredAt } = event;
    const isSent = toStatus === "shipped";
    // What falls through gives back what its buyer paid; what is placed is worth its price to the household.
    const isGiven = toStatus !== "placed";
    const hasMoney = toStatus === "placed" || !isPaidAtDoor(checkout.method);
    return {
      source: "order",
      id: event.id,
      from: event.fromStatus,
      to: toStatus,
      by: event.movedBy,
      way: isSent ? (order.pickupPoint ? "fetched" : carrier ? "carried" : "agreed") : null,
      occurredAt,
      isSample: checkout.isSample,
      subjects: { checkout: checkout.id, order: order.id },
      names: { checkout: checkout.code, order: order.code },
      buyer: { purchaseId: checkout.id, language: checkout.language },
      household,
      checkoutVnd: checkout.totalVnd - checkout.voucherVnd,
      facts: {
        purchaseCode: checkout.code,
        householdName,
        ...(hasMoney ? { amountVnd: order.totalVnd - (isGiven ? order.voucherVnd : 0) } : {}),
        ...(isSent && order.pickupPoint ? { place: order.pickupPoint.name } : {}),
        ...(isSent && carrier ? { carrier, trackingCode: trackingCode ?? "" } : {}),
        ...(event.reason ? { reason: event.reason } : {}),
      },
      deadlines: {
        ...deadline("buyer", buyerDeadline(toStatus, occurredAt, checkout.payBy)),
        ...deadline(
          "household",
          orderClock({ status: toStatus, method: checkout.method }, occurredAt),
        ),
      },
    };
  });
}

/** To pay, and to complain of what was delivered: the shortest of the times that are given for it. */
function buyerDeadline(to: string, occurredAt: number, payBy: number | null): number | null {
  if (to === "awaiting_payment") return payBy;
  return to === "delivered" ? occurredAt + returnDays("damaged") * DAY_MS : null;
}

async function loadReturnEvents(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      event: returnEvents,
      request: returnRequests,
      order: {
        id: orders.id,
        status: orders.status,
        paidVnd: sql<number>`${orders.totalVnd} - ${orders.voucherVnd}`,
      },
      checkout: checkouts,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(returnEvents)
    .innerJoin(returnRequests, eq(returnRequests.id, returnEvents.returnRequestId))
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(households, eq(households.id, orders.householdId))
    .where(inArray(returnEvents.id, ids));
  return rows.map(({ event, request, order, checkout, household, householdName }) => {
    const clock = returnClock(event.toStatus, event.occurredAt);
    const isRefunded = event.toStatus === "refunded";
    // Of a parcel that never came, the order itself has ended, and with it all of its money comes back.
    const backVnd = request.refundVnd - request.voucherVnd;
    const refundVnd = order.status === "lost" ? order.paidVnd : backVnd;
    return {
      source: "return",
      id: event.id,
      from: event.fromStatus,
      to: event.toStatus,
      by: event.movedBy,
      way: null,
      occurredAt: event.occurredAt,
      isSample: checkout.isSample || request.isSample,
      subjects: { order: order.id, return: request.id },
      names: { return: request.code },
      buyer: { purchaseId: checkout.id, language: checkout.language },
      household,
      checkoutVnd: null,
      facts: {
        purchaseCode: checkout.code,
        householdName,
        // A voucher may have paid all of it: nothing comes back to the buyer then.
        ...(isRefunded && refundVnd > 0 ? { amountVnd: refundVnd } : {}),
        ...(event.note ? { reason: event.note } : {}),
      },
      deadlines: { ...deadline("buyer", clock), ...deadline("household", clock) },
    };
  });
}
