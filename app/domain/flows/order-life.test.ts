import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { lots } from "~db/schema/catalog";
import { orderEvents, orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { GUEST } from "~/domain/audit/actor";
import { listRecallNotices } from "~/domain/orders/queries-packs.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { cancelPurchase } from "./cancel-purchase.server";
import { closeOrder } from "./close-order.server";
import { deliverOrder } from "./deliver-order.server";
import { moveOverdue } from "./move-overdue.server";
import { recallLot } from "./recall-lot.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import {
  ALL,
  confirm,
  lose,
  lotOf,
  member,
  OK,
  pack,
  place,
  placePaid,
  setUpOrders,
  ship,
  statusOf,
  tea,
} from "./test-orders";
import { testNotice } from "./test-shop";

const NOT_ALLOWED = { ok: false, code: "move_not_allowed" };
const byBuyer = (checkout: { code: string }) =>
  ({ by: "buyer", checkoutCode: checkout.code }) as const;
const callOff = (checkout: { code: string }, orderCode: string) =>
  closeOrder(GUEST, byBuyer(checkout), { orderCode, to: "cancelled", reason: "Đổi ý" });
const refundDue = (checkout: { id: string }) =>
  balanceOf({ kind: "refund_due", ownerId: checkout.id });

describe("a buyer", () => {
  setUpOrders();

  it("calls an order off until it is packed, and is owed what it cost", async () => {
    const checkout = await placePaid();
    await confirm(checkout.packs);
    expect(await callOff(checkout, checkout.packs)).toEqual(OK);
    expect(await callOff(checkout, checkout.packs)).toEqual(OK); // sent twice
    expect(await refundDue(checkout)).toBe(300_003);
    await confirm(checkout.jar);
    await pack(checkout.jar);
    expect(await callOff(checkout, checkout.jar)).toEqual(NOT_ALLOWED);
    const [order] = await reader().select().from(orders).where(eq(orders.code, checkout.packs));
    expect(order).toMatchObject({ statusBy: "buyer", statusReason: "Đổi ý", clockAt: null });
    const moves = await reader()
      .select({ to: orderEvents.toStatus, by: orderEvents.movedBy })
      .from(orderEvents)
      .where(eq(orderEvents.orderId, order?.id ?? ""))
      .orderBy(orderEvents.id);
    expect(moves).toEqual([
      { to: "awaiting_payment", by: null },
      { to: "placed", by: "money" },
      { to: "confirmed", by: "household" },
      { to: "cancelled", by: "buyer" },
    ]);
  });

  it("does nothing about an order of another purchase", async () => {
    const [own, other] = [await placePaid(), await placePaid()];
    expect(await callOff(own, other.jar)).toMatchObject({ code: "order_not_found" });
    await confirm(other.jar);
    await ship(other.jar);
    const received = deliverOrder(GUEST, byBuyer(own), { orderCode: other.jar });
    expect(await received).toMatchObject({ code: "order_not_found" });
  });

  it("says that a parcel came, paid before or at the door", async () => {
    const paid = await placePaid();
    const cash = await place("cod");
    for (const code of [paid.jar, cash.jar]) {
      await confirm(code);
      await ship(code);
    }
    const receive = (checkout: { code: string; jar: string }) =>
      deliverOrder(GUEST, byBuyer(checkout), { orderCode: checkout.jar });
    expect(await receive(paid)).toEqual(OK);
    expect(await receive(cash)).toEqual(OK);
    expect(await balanceOf({ kind: "courier" })).toBe(222_000);
  });

  it("gives up what is paid in part, and gets that part and whatever comes later back", async () => {
    const checkout = await place("vietqr");
    const send = (amountVnd: number) =>
      receiveBankNotice({
        notice: testNotice({ content: checkout.code, amountVnd: vnd(amountVnd) }),
        rawBody: "{}",
      });
    await send(200_000);
    expect(await cancelPurchase(GUEST, { checkoutCode: checkout.code })).toEqual(OK);
    expect(await cancelPurchase(GUEST, { checkoutCode: checkout.code })).toEqual(OK);
    expect(await refundDue(checkout)).toBe(200_000);
    await send(522_003); // all of it: an expired order would come back to life
    expect(await refundDue(checkout)).toBe(722_003);
    expect(await statusOf(checkout.jar)).toBe("expired");
    expect((await reader().select().from(payments))[0]?.status).toBe("cancelled");
    expect((await lotOf(tea))?.reservedCount).toBe(0);
    const paid = await placePaid();
    expect(await cancelPurchase(GUEST, { checkoutCode: paid.code })).toEqual(NOT_ALLOWED);
  });
});

describe("the clock", () => {
  setUpOrders();

  it("calls off what nobody confirmed within 48 hours, and not a moment before", async () => {
    const checkout = await placePaid();
    setClock(now() + 48 * HOUR_MS - 1);
    await moveOverdue();
    expect(await statusOf(checkout.jar)).toBe("placed");
    await confirm(checkout.jar);
    setClock(now() + 1);
    await moveOverdue();
    expect([await statusOf(checkout.jar), await statusOf(checkout.packs)]).toEqual([
      "confirmed",
      "cancelled",
    ]);
    expect(await refundDue(checkout)).toBe(300_003);
  });

  it("calls off what nobody sent within ten days, packed or not", async () => {
    const checkout = await placePaid();
    await confirm(checkout.jar);
    await confirm(checkout.packs);
    setClock(now() + 9 * DAY_MS);
    await pack(checkout.packs);
    setClock(now() + DAY_MS);
    await moveOverdue();
    expect([await statusOf(checkout.jar), await statusOf(checkout.packs)]).toEqual([
      "cancelled",
      "packed",
    ]);
    setClock(now() + 9 * DAY_MS);
    await moveOverdue();
    expect(await statusOf(checkout.packs)).toBe("cancelled");
    expect(await refundDue(checkout)).toBe(522_003);
  });

  it("goes on behind a row that nobody can move", async () => {
    const [broken, sound] = [await place("cod"), await placePaid()];
    await inTransaction(async (tx) => {
      // As a hand in the database may leave it: nothing is due for an order that waits for its cash.
      await tx.update(payments).set({ status: "open" }).where(eq(payments.checkoutId, broken.id));
    });
    setClock(now() + 48 * HOUR_MS);
    await moveOverdue();
    expect([await statusOf(broken.jar), await statusOf(sound.jar)]).toEqual([
      "placed",
      "cancelled",
    ]);
    await inTransaction(async (tx) => {
      const back = { status: "on_delivery" } as const;
      await tx.update(payments).set(back).where(eq(payments.checkoutId, broken.id));
    });
  });

  it("receives what was paid for after ten days, and cash never", async () => {
    const [paid, cash] = [await placePaid(), await place("cod")];
    for (const code of [paid.jar, cash.jar]) {
      await confirm(code);
      await ship(code);
    }
    setClock(now() + 10 * DAY_MS);
    await moveOverdue();
    expect([await statusOf(paid.jar), await statusOf(cash.jar)]).toEqual(["delivered", "shipped"]);
  });
});

describe("packs", () => {
  setUpOrders();

  it("of a packed order are found when their lot is recalled", async () => {
    const checkout = await placePaid();
    await confirm(checkout.packs);
    await pack(checkout.packs);
    const [lot] = await reader().select().from(lots).where(eq(lots.productId, tea));
    const recall = { reason: "Chè ẩm", instruction: "Đừng uống" };
    await recallLot(member, ALL, { lotCode: lot?.code ?? "", ...recall });
    expect(await listRecallNotices(checkout.id)).toMatchObject([{ quantity: 3 }]);
  });

  it("that are lost do not come back", async () => {
    const checkout = await placePaid();
    await confirm(checkout.packs);
    await ship(checkout.packs);
    expect(await lose(checkout.packs)).toEqual(OK);
    expect(await refundDue(checkout)).toBe(300_003);
    expect((await lotOf(tea))?.onHandCount).toBe(7);
  });
});
