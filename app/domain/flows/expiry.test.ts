import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { stockReservations } from "~db/schema/catalog";
import { orders } from "~db/schema/orders";
import { GUEST } from "~/domain/audit/actor";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { exchangeLots } from "./exchange-lots.server";
import { placeCheckout } from "./place-checkout.server";
import { quoteCheckout } from "./quote-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { shipOrder } from "./ship-order.server";
import { ALL, confirm, householdId, member, NOW, OK, setUpOrders } from "./test-orders";
import {
  insertTestLot,
  insertTestProduct,
  TEST_SHOP,
  testNotice,
  testSubmission,
} from "./test-shop";

// Monday 30 November: a parcel within the province comes between 2 and 5 December, elsewhere until the 9th.
let greens = "";
const FAR = { communeCode: TEST_SHOP.elsewhereCommuneCode };
const HERE = { communeCode: TEST_SHOP.communeCode };

async function quote(quantity: number, to: { communeCode: string }) {
  const quoted = await quoteCheckout({ lines: [{ productId: greens, quantity }], ...to });
  return { ...quoted, line: quoted.lines[0] };
}

async function buy(quantity: number, to: { communeCode: string }) {
  const lines = [{ productId: greens, quantity }];
  const { totalVnd } = await quote(quantity, to);
  return placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd: totalVnd ?? 0, ...to }));
}

async function bought(quantity: number): Promise<string> {
  const placed = await buy(quantity, HERE);
  if (!placed.ok) throw new Error(placed.code);
  const { code } = placed.value;
  const notice = testNotice({ content: code, amountVnd: vnd(10_000_000) });
  await receiveBankNotice({ notice, rawBody: "{}" });
  expect(await confirm(`${code}-1`)).toEqual(OK);
  return `${code}-1`;
}

const send = (orderCode: string, carrier = "VNPost") =>
  shipOrder(member, ALL, { orderCode, carrier, trackingCode: "" });

describe("goods that expire", () => {
  setUpOrders();
  beforeEach(async () => {
    greens = await insertTestProduct({
      householdId,
      name: "Rau cải mèo",
      ocopSet: 3,
      stockCount: 0,
      priceVnd: vnd(30_000),
    });
  });

  it("are sold only where they are still good when they come, and the buyer is told why", async () => {
    await insertTestLot({ productId: greens, onHandCount: 5, expiresOn: "2026-12-06" });
    await insertTestLot({ productId: greens, onHandCount: 2, expiresOn: "2026-12-10" });
    expect((await quote(7, HERE)).line).toMatchObject({ problem: null, availableCount: 7 });
    expect((await quote(2, FAR)).line?.problem).toBeNull();
    expect((await quote(3, FAR)).line).toMatchObject({
      problem: "expires_too_soon",
      availableCount: 2,
    });
    expect((await quote(8, FAR)).line?.problem).toBe("not_enough_stock");
    expect(await buy(3, FAR)).toMatchObject({
      code: "expires_too_soon",
      detail: { productName: "Rau cải mèo", count: 2 },
    });
    expect(await buy(2, FAR)).toMatchObject({ ok: true });
    // Far away only the later lot was taken, though the other would expire first.
    const [held] = await reader().select().from(stockReservations);
    expect(held?.quantity).toBe(2);
    expect((await quote(5, HERE)).line).toMatchObject({ problem: null, availableCount: 5 });
    expect((await quote(1, FAR)).line).toMatchObject({ problem: "expires_too_soon" });
  });

  it("come on days that the buyer is told and the order keeps", async () => {
    await insertTestLot({ productId: greens, onHandCount: 5 });
    const [household] = (await quote(1, HERE)).households;
    expect(household?.arrival).toEqual({ from: "2026-12-02", to: "2026-12-05" });
    const code = await bought(1);
    const [order] = await reader().select().from(orders).where(eq(orders.code, code));
    expect(order).toMatchObject({ arrivesFrom: "2026-12-02", arrivesBy: "2026-12-05" });
  });

  it("do not leave the house when they would be too old, until other packs are taken", async () => {
    await insertTestLot({ productId: greens, onHandCount: 5, expiresOn: "2026-12-06" });
    const code = await bought(2);
    setClock(NOW + 5 * DAY_MS); // 5 December: a parcel is there on the 6th
    expect(await send(code)).toMatchObject({ code: "lot_expired" });
    expect((await findHouseholdOrder(ALL, code))?.packs).toMatchObject([{ isTooOld: true }]);
    expect(await exchangeLots(member, ALL, { orderCode: code })).toMatchObject({
      code: "no_other_lot",
    });
    await insertTestLot({ productId: greens, onHandCount: 2, expiresOn: "2026-12-20" });
    expect(await exchangeLots(member, ALL, { orderCode: code })).toEqual(OK);
    expect((await findHouseholdOrder(ALL, code))?.packs).toMatchObject([
      { isTooOld: false, expiresOn: "2026-12-20", quantity: 2 },
    ]);
    expect(await send(code)).toEqual(OK);
  });
});
