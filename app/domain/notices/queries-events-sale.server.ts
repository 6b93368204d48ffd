import { eq, inArray } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { contractEvents, contracts } from "~db/schema/contracts";
import { households } from "~db/schema/households";
import { harvests, preorderEvents, preorders } from "~db/schema/preorders";
import { contractClock } from "~/domain/contracts/contract-status";
import { loadOffer } from "~/domain/contracts/queries-records.server";
import type { ReadDatabase } from "~/platform/db.server";
import { addDays, startOfDate } from "~/platform/period";
import { deadline } from "./notice-deadline";
import { ofHousehold, type Found } from "./queries-events-desk.server";

/** What became of wholesale sales, from the buyer's question on. */
export async function loadContractEvents(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      event: contractEvents,
      contract: contracts,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(contractEvents)
    .innerJoin(contracts, eq(contracts.id, contractEvents.contractId))
    .innerJoin(households, eq(households.id, contracts.householdId))
    .where(inArray(contractEvents.id, ids));
  const events = rows.map(async ({ event, contract, household, householdName }): Promise<Found> => {
    const { toStatus, occurredAt } = event;
    const terms = await loadOffer(db, contract.id);
    const isPriced = toStatus === "offered" || toStatus === "concluded";
    const answerBy = contractClock(toStatus, { since: occurredAt, terms });
    const deliverBy = terms && startOfDate(addDays(terms.deliverBy, 1));
    const until = toStatus === "concluded" ? deliverBy : answerBy;
    return {
      source: "contract",
      id: event.id,
      from: event.fromStatus,
      to: toStatus,
      by: event.movedBy,
      way: null,
      occurredAt,
      isSample: contract.isSample,
      subjects: { contract: contract.id },
      names: { contract: contract.code },
      buyer: { purchaseId: contract.id, language: contract.language },
      household,
      checkoutVnd: null,
      facts: {
        purchaseCode: contract.code,
        householdName,
        ...(isPriced && terms ? { amountVnd: terms.itemsVnd } : {}),
        ...(event.note ? { reason: event.note } : {}),
      },
      deadlines: { ...deadline("buyer", until), ...deadline("household", until) },
    };
  });
  return Promise.all(events);
}

/** What became of places on the lists of harvests. Who is served hears of the order that waits to be paid. */
export async function loadPreorderEvents(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      event: preorderEvents,
      preorder: preorders,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(preorderEvents)
    .innerJoin(preorders, eq(preorders.id, preorderEvents.preorderId))
    .innerJoin(harvests, eq(harvests.id, preorders.harvestId))
    .innerJoin(products, eq(products.id, harvests.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .where(inArray(preorderEvents.id, ids));
  return rows.map(({ event, preorder, household, householdName }) => ({
    source: "preorder",
    id: event.id,
    from: event.fromStatus,
    to: event.toStatus,
    by: event.movedBy,
    way: null,
    occurredAt: event.occurredAt,
    isSample: preorder.isSample,
    subjects: { preorder: preorder.id },
    names: { preorder: preorder.code },
    buyer: { purchaseId: preorder.id, language: preorder.language },
    household,
    checkoutVnd: null,
    facts: {
      purchaseCode: preorder.code,
      householdName,
      ...(event.reason ? { reason: event.reason } : {}),
    },
    deadlines: {},
  }));
}
