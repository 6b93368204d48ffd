import { HOUR_MS, startOfDate } from "../../../app/platform/period";
import { runInBatches } from "../run-in-batches";
import { draftCheckout, drawOrderCount, stockShelf } from "./draft-checkout";
import type { LifeWish } from "./order-life";
import { createWeightedPick, type Random } from "./random";
import { createBuyerPick } from "./sample-buyers";
import { planSalesDays, type SalesDay } from "./sales-calendar";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";
import type { SoldProduct } from "./seed-products";
import type { SampleUsers } from "./seed-users";
import { createCheckoutInsert } from "./write-checkout";
import { putHeldPacks, type HeldPacks } from "./write-reservations";

export type OrdersToSeed = {
  orderCount: number;
  products: readonly SoldProduct[];
  users: SampleUsers;
  /** The household that the demo signs in to: some orders wait on its desk. */
  desk: SeededHousehold;
};

const BATCH_SIZE = 500;
// From 7 to 22: a deadline half an hour later is still that day.
const FIRST_HOUR = 7;
const HOUR_WEIGHTS = [2, 4, 5, 5, 6, 5, 4, 4, 4, 5, 5, 6, 8, 9, 7];

/**
 * Writes a year of orders up to yesterday, exactly `orderCount` of them, in transactions of some 500.
 * @param onDone takes how many orders were written since it was last called
 */
export async function seedOrders(
  writer: SampleWriter,
  input: OrdersToSeed,
  onDone: (count: number) => void,
): Promise<void> {
  const held: HeldPacks = new Map();
  const work = writeYear(writer, input, held);
  await runInBatches(writer.connection, work, { size: BATCH_SIZE, onDone });
}

function* writeYear(
  writer: SampleWriter,
  { orderCount, products, users, desk }: OrdersToSeed,
  held: HeldPacks,
): Generator<number, void> {
  const { random } = writer;
  const writeCheckout = createCheckoutInsert(writer, held);
  const pickBuyer = createBuyerPick(writer, { account: users.buyer, orderCount });
  const days = planSalesDays(writer.day, orderCount);
  for (const [index, day] of days.entries()) {
    if (day.orderCount === 0) continue;
    const shelf = stockShelf(products, day.date);
    const waiting = waitingOrders(days.length - 1 - index);
    for (const [number, checkout] of planDay(random, day).entries()) {
      const until = waiting[number] ?? null;
      const household = until === null ? null : desk;
      const draft = draftCheckout(random, shelf, { ...checkout, day, household });
      const placedById = draft.channel === "assisted" ? users.agent.id : null;
      yield writeCheckout({
        draft,
        buyer: pickBuyer(),
        placedById,
        placedAt: checkout.placedAt,
        until,
      });
    }
  }
  putHeldPacks(writer, held);
}

/** Where the first checkouts of the last days stop, so that the demo's household has something to do. */
function waitingOrders(daysAgo: number): LifeWish["until"][] {
  if (daysAgo === 0) return ["placed", "placed", "placed"];
  if (daysAgo === 1) return ["confirmed", "confirmed"];
  return daysAgo === 2 ? ["shipped"] : [];
}

type PlannedCheckout = { orderCount: number; placedAt: number };

/** The day's checkouts in the order of their time. */
function planDay(random: Random, day: SalesDay): PlannedCheckout[] {
  const startsAt = startOfDate(day.date);
  const planned: PlannedCheckout[] = [];
  for (let left = day.orderCount; left > 0;) {
    const orderCount = drawOrderCount(random, left);
    left -= orderCount;
    const hour = FIRST_HOUR + pickHour(random);
    planned.push({
      orderCount,
      placedAt: startsAt + hour * HOUR_MS + random.whole(0, HOUR_MS - 1),
    });
  }
  return planned.toSorted((a, b) => a.placedAt - b.placedAt);
}

const pickHour = createWeightedPick(
  HOUR_WEIGHTS.map((_, index) => index),
  HOUR_WEIGHTS,
);
