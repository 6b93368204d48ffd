import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { lots } from "~db/schema/catalog";
import { GUEST } from "~/domain/audit/actor";
import { findPackingSheet } from "~/domain/orders/queries-packing.server";
import { inTransaction } from "~/platform/db.server";
import { placeCheckout } from "./place-checkout.server";
import {
  ALL,
  cancel,
  confirm,
  honey,
  householdId,
  lotOf,
  otherId,
  pack,
  place,
  placePaid,
  scope,
  setUpOrders,
} from "./test-orders";
import { ownPhone, testSubmission } from "./test-shop";

/** What a household has to pack, all together and order by order. */

setUpOrders();

const sheet = (id = householdId) => findPackingSheet(ALL, id);

async function placeJars(quantity: number, expectedTotalVnd: number) {
  const placed = await placeCheckout(
    GUEST,
    testSubmission({
      lines: [{ productId: honey, quantity }],
      expectedTotalVnd,
      method: "cod",
      buyerPhone: ownPhone(),
      note: "Gói kỹ giúp",
    }),
  );
  if (!placed.ok) throw new Error(placed.code);
  return `${placed.value.code}-1`;
}

it("is what was confirmed and is not packed yet, the most urgent order first", async () => {
  const first = await placePaid();
  expect(await sheet()).toEqual({ products: [], orders: [], waitingCount: 0 });
  await confirm(first.jar);
  const second = await placeJars(3, 613_000);
  await confirm(second);
  expect(await sheet()).toMatchObject({
    waitingCount: 2,
    products: [{ quantity: 4, orderCount: 2, packLabel: expect.stringMatching(/\S/) }],
    orders: [
      {
        code: first.jar,
        buyerName: "Trần Thị Hồng Nhung",
        communeName: "Phường Mỹ Tho",
        cashVnd: 0,
        lines: [{ quantity: 1 }],
      },
      { code: second, note: "Gói kỹ giúp", lines: [{ quantity: 3 }] },
    ],
  });
  expect((await sheet())?.orders[1]?.cashVnd).toBeGreaterThan(0);
  await pack(first.jar);
  expect((await sheet())?.orders.map(({ code }) => code)).toEqual([second]);
  await cancel(second);
  expect((await sheet())?.orders).toEqual([]);
});

it("names the lots, how many packs of each, and those that cannot be sent", async () => {
  await confirm(await placeJars(2, 414_000));
  await confirm(await placeJars(1, 222_000));
  const lot = await lotOf(honey);
  const named = { lotCode: lot?.code, isUnfit: false };
  expect(await sheet()).toMatchObject({
    products: [{ lots: [{ ...named, quantity: 3 }] }],
    orders: [
      { lines: [{ lots: [{ ...named, quantity: 2 }] }] },
      { lines: [{ lots: [{ ...named, quantity: 1 }] }] },
    ],
  });
  await inTransaction((tx) =>
    tx.update(lots).set({ expiresOn: "2026-11-30" }).where(eq(lots.productId, honey)),
  );
  expect((await sheet())?.products[0]?.lots).toMatchObject([{ isUnfit: true }]);
});

it("is nobody else's", async () => {
  const checkout = await place("cod");
  await confirm(checkout.jar);
  expect(await findPackingSheet(scope, otherId)).toBeNull();
  expect((await sheet(otherId))?.orders).toEqual([]);
  expect((await findPackingSheet(scope, householdId))?.orders).toHaveLength(1);
});
