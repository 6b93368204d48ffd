import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openConnection, type Connection } from "~db/connect";
import { lots, products } from "~db/schema/catalog";
import { noticeFeed, notices } from "~db/schema/notices";
import { checkouts, orderEvents, orders } from "~db/schema/orders";
import { bankTransactions, payments } from "~db/schema/payments";
import { transfers } from "~db/schema/settlement";
import { SYSTEM } from "~/domain/audit/actor";
import { takeBatch, takeEvents } from "~/domain/notices/take-events.server";
import { now, setClock } from "~/platform/clock.server";
import { databaseFile, inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/platform/period";
import { expireCheckouts } from "./expire-checkouts.server";
import { moveOverdue } from "./move-overdue.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { createMailbox } from "./test-mailbox";
import { cancel, confirm, deliver, pack, place, refuse, setUpOrders, ship } from "./test-orders";
import { testNotice } from "./test-shop";

/** Lives of orders, with workers that die anywhere between: everybody hears once of what happened, and of all of it. */

const RUNS = 25;
/** Of one life; what they take of the stock is put back after it. */
const CHECKOUTS_MAX = 3;

type Checkout = Awaited<ReturnType<typeof place>>;
type World = {
  checkouts: Checkout[];
  mailbox: ReturnType<typeof createMailbox>;
  other: Connection;
};
type Step = { name: string; run: (world: World) => Promise<unknown> };

const pick = fc.nat({ max: 30 });
const step = (name: string, run: Step["run"]): Step => ({ name, run });
const onOne = (name: string, run: (checkout: Checkout) => Promise<unknown>) =>
  pick.map((number) =>
    step(`${name} ${number}`, async ({ checkouts }) => {
      const checkout = checkouts[number % Math.max(1, checkouts.length)];
      return checkout && run(checkout);
    }),
  );

const steps = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("cod" as const, "vietqr" as const).map(placeStep) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(522_003, 522_003, 300_000, 600_000).chain((amountVnd) =>
      onOne(`pay ${amountVnd} of`, ({ code }) =>
        receiveBankNotice({
          notice: testNotice({ content: code, amountVnd: vnd(amountVnd) }),
          rawBody: "{}",
        }),
      ),
    ),
  },
  ...[confirm, pack, ship, deliver, cancel, refuse].flatMap((move) => [
    onOne(move.name || "move", ({ jar }) => move(jar)),
    onOne(move.name || "move", ({ packs }) => move(packs)),
  ]),
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(MINUTE_MS, 40 * MINUTE_MS, 9 * HOUR_MS, 3 * DAY_MS)
      .map((ms) => step(`wait ${ms}`, async () => setClock(now() + ms))),
  },
  fc.constant(step("clocks", async () => [await expireCheckouts(SYSTEM), await moveOverdue()])),
  { weight: 3, arbitrary: fc.constant(step("take", takeEvents)) },
  fc.constant(
    step("take and die", () =>
      inTransaction(async (tx) => {
        await takeBatch(tx);
        throw new Error("died before the commit");
      }).catch(() => undefined),
    ),
  ),
  fc.boolean().map((dies) => step(`another takes${dies ? " and dies" : ""}`, takeElsewhere(dies))),
  fc.constant(
    step("both take", (world) => Promise.all([takeEvents(), takeElsewhere(false)(world)])),
  ),
  {
    weight: 3,
    arbitrary: fc
      .constantFrom("taken" as const, "unsure" as const, "refused" as const, "dies" as const)
      .map((how) =>
        step(`two send: ${how}`, async ({ mailbox }) => {
          mailbox.answer(() => how);
          await Promise.all([mailbox.send(), mailbox.send()]);
        }),
      ),
  },
);

function placeStep(method: "cod" | "vietqr"): Step {
  return step(`place ${method}`, async ({ checkouts }) => {
    if (checkouts.length < CHECKOUTS_MAX) checkouts.push(await place(method));
  });
}

/** Another process on the same file. It may find the lock taken, and comes again another time. */
function takeElsewhere(dies: boolean): Step["run"] {
  return async ({ other: { writer, writerOrm } }) => {
    try {
      writer.exec("BEGIN IMMEDIATE");
    } catch {
      return;
    }
    await takeBatch(writerOrm);
    writer.exec(dies ? "ROLLBACK" : "COMMIT");
  };
}

/** What is to be told of an order's event, written down a second time. */
function expectedOf(event: typeof orderEvents.$inferSelect, way: string): string[] {
  const { fromStatus, toStatus, movedBy } = event;
  switch (toStatus) {
    case "awaiting_payment":
      return ["checkout_waits"];
    case "placed":
      return [
        fromStatus === null ? "checkout_placed" : "checkout_paid",
        "household_order_placed",
        "household_confirm_soon",
      ];
    case "cancelled":
      return movedBy === "clock"
        ? ["order_overdue", "household_order_overdue"]
        : ["order_cancelled"];
    case "shipped":
      return [way];
    case "delivered":
      return movedBy === "buyer" ? [] : ["order_delivered"];
    case "refused":
      return ["order_refused"];
    case "expired":
      return movedBy === "clock" ? ["checkout_expired"] : [];
    case "confirmed":
    case "packed":
    case "lost":
      return [];
  }
}

async function expectedNotices(): Promise<string[]> {
  const events = await reader().select().from(orderEvents);
  const checkoutOf = new Map(
    (await reader().select().from(orders)).map((order) => [order.id, order.checkoutId]),
  );
  const expected = events.flatMap((event) =>
    expectedOf(event, "order_sent").map((kind) =>
      kind.startsWith("checkout_")
        ? `${kind} of ${checkoutOf.get(event.orderId)}`
        : `${kind} of ${event.id}`,
    ),
  );
  return [...new Set([...expected, ...(await expectedOfMoney())])].toSorted();
}

/** The same of money, by what the bank's lines were judged to be and what of payments was given up. */
async function expectedOfMoney(): Promise<string[]> {
  const lines = await reader().select().from(bankTransactions);
  const posted = await reader().select().from(transfers);
  const owedBackOf = (referenceId: string) =>
    posted.find((one) => one.referenceId === referenceId && one.creditAccountId.startsWith("ref"));
  const payable = await reader().select().from(payments);
  const ofLines = lines.flatMap(({ id, reason, paymentId }) => {
    const owed = owedBackOf(id)?.id;
    const isAtDoor = payable.find((one) => one.id === paymentId)?.method === "vietqr_on_delivery";
    if (reason === "partially_paid") return isAtDoor ? [] : [`payment_short of ${id}`];
    if (owed === undefined) return [];
    return [`payment_${reason === "refund_due" ? "owed_back" : "surplus"} of ${owed}`];
  });
  const givenUp = posted.filter((one) => one.referenceKind === "payment");
  return [...ofLines, ...givenUp.map(({ id }) => `payment_owed_back of ${id}`)];
}

/** Of money for the door: nobody hears of one amount twice, and of each order that stands what is left was told. */
async function expectDoorsTold(told: (typeof notices.$inferSelect)[]) {
  const heard = told.map((notice) => notice.eventId);
  expect(new Set(heard).size).toBe(heard.length);
  const rows = await reader().select().from(orders);
  const doors = await reader().select().from(checkouts);
  for (const { id, checkoutId, status, cashVnd, totalVnd } of rows) {
    const method = doors.find((checkout) => checkout.id === checkoutId)?.method;
    const isLowered = method === "vietqr_on_delivery" && cashVnd < totalVnd;
    if (!isLowered || ["cancelled", "refused", "lost"].includes(status)) continue;
    expect(heard).toContain(`door:${id}:${cashVnd}`);
  }
}

async function settle(mailbox: World["mailbox"]): Promise<void> {
  mailbox.answer(() => "taken");
  while ((await takeEvents()) > 0);
  // Past every retry, every night and every deadline.
  for (let hour = 0; hour < 24; hour += 1) {
    while ((await mailbox.send()) > 0);
    setClock(now() + HOUR_MS);
  }
  setClock(now() + 10 * DAY_MS);
  while ((await mailbox.send()) > 0);
}

describe("notices", () => {
  setUpOrders();

  it("are made of each event once, whoever dies or looks at the same time, and each ends", async () => {
    const mailbox = createMailbox();
    const other = openConnection(databaseFile());
    const world = { checkouts: [] as Checkout[], mailbox, other };
    let runs = 0;
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 40 }), async (life) => {
          runs += 1;
          world.checkouts.length = 0;
          for (const { run } of life) await run(world);
          await settle(mailbox);
          const told = await reader().select().from(notices);
          const made = told.filter((notice) => notice.kind !== "household_less_at_door");
          expect(made.map((notice) => `${notice.kind} of ${notice.eventId}`).toSorted()).toEqual(
            await expectedNotices(),
          );
          expect(await reader().select().from(noticeFeed)).toEqual([]);
          await expectDoorsTold(told.filter((notice) => !made.includes(notice)));
          expect(told.filter((notice) => notice.status === "waiting")).toEqual([]);
          // What is noted as sent is what the provider has; each message under one id.
          const sent = made.filter((notice) => notice.status === "sent").map((notice) => notice.id);
          expect(sent.filter((id) => !mailbox.messages.has(id))).toEqual([]);
          expect(mailbox.doubles).toEqual([]);
          await restock();
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    } finally {
      other.close();
    }
    expect(runs).toBeGreaterThan(0);
    expect(mailbox.messages.size).toBeGreaterThan(RUNS);
  }, 120_000);
});

/** For the next life: as many packs as this one can have taken. */
async function restock(): Promise<void> {
  const packs = CHECKOUTS_MAX * 3;
  await inTransaction(async (tx) => {
    await tx.update(lots).set({ onHandCount: sql`${lots.onHandCount} + ${packs}` });
    await tx.update(products).set({ availableCount: sql`${products.availableCount} + ${packs}` });
  });
}
