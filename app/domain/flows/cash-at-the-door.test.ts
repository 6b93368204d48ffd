import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { orders } from "~db/schema/orders";
import { transfers } from "~db/schema/settlement";
import { GUEST } from "~/domain/audit/actor";
import { findPayment } from "~/domain/payments/queries.server";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { sumCashOutside } from "~/domain/settlement/queries-department.server";
import { balanceOf, householdEarnings } from "~/domain/settlement/queries.server";
import { databaseFile, reader, useDatabaseFile } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { placeCheckout } from "./place-checkout.server";
import { shipOrder } from "./ship-order.server";
import { insertTestProduct, testSubmission } from "./test-shop";
import {
  bringMyself,
  confirm,
  deliver,
  householdId,
  member,
  OK,
  otherId,
  place,
  placePaid,
  refuse,
  scope,
  setUpOrders,
  ship,
} from "./test-orders";

setUpOrders();

const ofHousehold = (id: string) => balanceOf({ kind: "household", ownerId: id });
const cashOf = (id: string) => balanceOf({ kind: "household_cash", ownerId: id });

async function bringToTheDoor(orderCode: string) {
  await confirm(orderCode);
  expect(await bringMyself(orderCode)).toEqual(OK);
  expect(await deliver(orderCode)).toEqual(OK);
}

describe("cash that the household takes at the door itself", () => {
  it("is not owed to it again; it owes the commission", async () => {
    const checkout = await place("cod");
    await bringToTheDoor(checkout.jar);
    expect(await ofHousehold(householdId)).toBe(0);
    expect(await cashOf(householdId)).toBe(9_250);
    expect(await balanceOf({ kind: "commission" })).toBe(9_250);
    expect(await balanceOf({ kind: "courier" })).toBe(0);
    expect(await balanceOf({ kind: "buyer", ownerId: checkout.id })).toBe(0);
    expect(await findPayment(checkout.id)).toMatchObject({
      status: "on_delivery",
      capturedVnd: 222_000,
    });
    expect(await sumCashOutside()).toEqual({ couriersVnd: 0, householdsVnd: 9_250 });
  });

  it("is told apart from what couriers took and what the market has", async () => {
    const self = await place("cod");
    await bringToTheDoor(self.jar);
    const byCourier = await place("cod");
    const paid = await placePaid();
    for (const { jar } of [byCourier, paid]) {
      await confirm(jar);
      await ship(jar);
      await deliver(jar);
    }
    const purse = await householdEarnings(scope, householdId);
    expect(purse).toMatchObject({
      marketVnd: 212_750,
      courierVnd: 212_750,
      owedVnd: 9_250,
      pendingVnd: 0,
    });
    const paidTo = new Map(purse?.entries.map((entry) => [entry.orderCode, entry.paidTo]));
    expect(paidTo.get(self.jar)).toBe("household");
    expect(paidTo.get(byCourier.jar)).toBe("courier");
    expect(paidTo.get(paid.jar)).toBe("market");
    expect(await sumCashOutside()).toEqual({ couriersVnd: 222_000, householdsVnd: 9_250 });
  });

  it("is not announced as coming from the market once the household is on its way", async () => {
    const { jar } = await place("cod");
    const pending = async () => (await householdEarnings(scope, householdId))?.pendingVnd;
    expect(await pending()).toBe(212_750);
    await confirm(jar);
    await bringMyself(jar);
    expect(await pending()).toBe(0);
  });

  it("is never taken when the buyer refuses", async () => {
    const checkout = await place("cod");
    await confirm(checkout.jar);
    await bringMyself(checkout.jar);
    expect(await refuse(checkout.jar)).toEqual(OK);
    expect(await reader().select().from(transfers)).toEqual([]);
    await bringToTheDoor(checkout.packs);
    expect(await findPayment(checkout.id)).toMatchObject({ status: "paid", dueVnd: 300_003 });
    expect(await cashOf(otherId)).toBe(13_500);
  });

  it("is taken so for a service too, which nobody carries", async () => {
    const stay = await insertTestProduct({ householdId, ocopSet: 26, priceVnd: 400_000 });
    const lines = [{ productId: stay, quantity: 1 }];
    const submission = testSubmission({ lines, expectedTotalVnd: 400_000, method: "cod" });
    const placed = await placeCheckout(GUEST, submission);
    const orderCode = placed.ok ? `${placed.value.code}-1` : "";
    await confirm(orderCode);
    await shipOrder(member, scope, { orderCode, carrier: "", trackingCode: "" });
    await deliver(orderCode);
    expect(await ofHousehold(householdId)).toBe(0);
    expect(await cashOf(householdId)).toBe(20_000);
  });

  it("changes nothing for what was paid before", async () => {
    const { jar } = await placePaid();
    await bringToTheDoor(jar);
    expect(await ofHousehold(householdId)).toBe(212_750);
    expect(await cashOf(householdId)).toBe(0);
  });

  it("is taken once, however often the form is sent", async () => {
    const { jar } = await place("cod");
    await bringToTheDoor(jar);
    expect(await Promise.all([deliver(jar), deliver(jar)])).toEqual([OK, OK]);
    expect(await cashOf(householdId)).toBe(9_250);
  });
});

it("corrects, by new transfers, a ledger from before households had cash of their own", async () => {
  const { jar, id } = await place("cod");
  await confirm(jar);
  await ship(jar);
  await deliver(jar);
  const connection = useDatabaseFile(databaseFile());
  // As it was posted for whoever brought it himself.
  connection.writer.exec("UPDATE shipments SET carrier = 'self'");
  const [order] = await reader().select().from(orders).where(eq(orders.code, jar));
  const subjectId = present(order, "the order").id;
  expect(await checkLedger()).toEqual([
    { name: "order_courier_cash", subjectId, expectedVnd: 0, actualVnd: 222_000 },
    { name: "order_household_cash", subjectId, expectedVnd: 9_250, actualVnd: 0 },
  ]);
  const migration = readFileSync("db/migrations/0007_household_cash.sql", "utf8");
  const corrections = migration.split("--> statement-breakpoint").slice(-3);
  for (const statement of corrections) connection.writer.exec(statement);
  expect(await cashOf(householdId)).toBe(9_250);
  expect(await ofHousehold(householdId)).toBe(0);
  expect(await balanceOf({ kind: "courier" })).toBe(0);
  expect(await findPayment(id)).toMatchObject({ capturedVnd: 222_000 });
});
