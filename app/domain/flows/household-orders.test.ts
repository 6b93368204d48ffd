import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { lots, products } from "~db/schema/catalog";
import { checkouts } from "~db/schema/orders";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import { findCheckout } from "~/domain/orders/queries.server";
import { findHouseholdOrder, listHouseholdOrders } from "~/domain/orders/queries-household.server";
import { findPayment } from "~/domain/payments/queries.server";
import { householdEarnings } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { MINUTE_MS } from "~/platform/period";
import { expireCheckouts } from "./expire-checkouts.server";
import { placeCheckout } from "./place-checkout.server";
import { ownPhone, testSubmission } from "./test-shop";
import {
  NOW,
  householdId,
  otherId,
  honey,
  scope,
  place,
  placePaid,
  confirm,
  ship,
  deliver,
  setUpOrders,
} from "./test-orders";

setUpOrders();

describe("what a household sees", () => {
  it("is nothing of a buyer until the order is placed, and nothing of an expired one", async () => {
    const checkout = await place("vietqr");
    const list = () => listHouseholdOrders(scope, { householdId, status: "all", page: 1 });
    expect(await findHouseholdOrder(scope, checkout.jar)).toBeNull();
    expect((await list())?.orders).toEqual([]);
    setClock(now() + 31 * MINUTE_MS);
    await expireCheckouts(SYSTEM);
    expect(await findHouseholdOrder(scope, checkout.jar)).toBeNull();
    expect((await list())?.orderCount).toBe(0);
  });

  it("is its own part of a paid order, with whom to send it to", async () => {
    const checkout = await placePaid();
    expect(await findHouseholdOrder(scope, checkout.jar)).toMatchObject({
      status: "placed",
      buyerName: "Trần Thị Hồng Nhung",
      buyerPhone: checkout.phone,
      communeName: "Phường Mỹ Tho",
      totalVnd: 222_000,
      commissionVnd: 9_250,
      cashVnd: 0,
      carrier: null,
      lineItems: [{ quantity: 1, totalVnd: 185_000 }],
    });
    expect(await findHouseholdOrder(scope, checkout.packs)).toBeNull();
    expect(await findHouseholdOrder(scope, "UQ-1")).toBeNull();
    const cod = await place("cod");
    expect(await findHouseholdOrder(scope, cod.jar)).toMatchObject({ cashVnd: 222_000 });
  });

  it("is a list by status, newest first, 20 a page, and no list of others", async () => {
    const lines = [{ productId: honey, quantity: 1 }];
    await inTransaction(async (tx) => {
      await tx.update(lots).set({ onHandCount: 30 }).where(eq(lots.productId, honey));
      await tx.update(products).set({ availableCount: 30 }).where(eq(products.id, honey));
    });
    for (let i = 0; i < 21; i += 1) {
      setClock(NOW + i);
      const submission = testSubmission({
        lines,
        expectedTotalVnd: 222_000,
        method: "cod",
        buyerPhone: ownPhone(),
      });
      await placeCheckout(GUEST, submission);
    }
    const page = (number: number) =>
      listHouseholdOrders(scope, { householdId, status: "all", page: number });
    const [first, second, beyond] = [await page(1), await page(2), await page(9)];
    expect(first).toMatchObject({ page: 1, pageCount: 2, orderCount: 21 });
    expect(first?.orders).toHaveLength(20);
    expect(first?.orders[0]).toMatchObject({ placedAt: NOW + 20, lineCount: 1 });
    expect(second?.orders).toMatchObject([{ placedAt: NOW, productName: "Mật ong bạc hà" }]);
    expect(beyond).toEqual(second);
    await confirm(second?.orders[0]?.code ?? "");
    const confirmed = await listHouseholdOrders(scope, {
      householdId,
      status: "confirmed",
      page: 1,
    });
    expect(confirmed?.orderCount).toBe(1);
    const others = { householdId: otherId, status: "all", page: 1 } as const;
    expect(await listHouseholdOrders(scope, others)).toBeNull();
  });

  it("is what it has earned, order by order, and what is on its way", async () => {
    const [one, two, three] = [await place("cod"), await place("cod"), await place("vietqr")];
    for (const [i, checkout] of [one, two].entries()) {
      setClock(NOW + i);
      await confirm(checkout.jar);
      await ship(checkout.jar);
    }
    await deliver(one.jar);
    expect(await householdEarnings(scope, householdId)).toEqual({
      marketVnd: 0,
      courierVnd: 212_750,
      owedVnd: 0,
      pendingVnd: 212_750,
      entries: [
        {
          orderCode: one.jar,
          settledAt: NOW + 1,
          totalVnd: 222_000,
          commissionVnd: 9_250,
          taxVnd: 0,
          netVnd: 212_750,
          voucherVnd: 0,
          cashVnd: 222_000,
          paidTo: "courier",
        },
      ],
      page: 1,
      pageCount: 1,
    });
    expect(three.jar).not.toBe("");
    setClock(NOW + 5);
    await deliver(two.jar);
    const earnings = await householdEarnings(scope, householdId, 1);
    expect(earnings?.entries.map((entry) => entry.orderCode)).toEqual([two.jar, one.jar]);
    expect(earnings).toMatchObject({ marketVnd: 0, courierVnd: 425_500, pendingVnd: 0 });
    expect(await householdEarnings(scope, otherId)).toBeNull();
  });
});

it("does not know a checkout that is not there", async () => {
  expect(await findCheckout("UQ2222222")).toBeNull();
  expect(await findPayment("chk_none")).toBeNull();
  expect(await reader().select().from(checkouts)).toEqual([]);
});
