import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { lots } from "~db/schema/catalog";
import { payments } from "~db/schema/payments";
import { monthlySales } from "~db/schema/statistics";
import { findCheckout } from "~/domain/orders/queries.server";
import { findPayment } from "~/domain/payments/queries.server";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { closeOrder } from "./close-order.server";
import {
  BY_ALL,
  NOW,
  honey,
  member,
  place,
  placePaid,
  OK,
  confirm,
  ship,
  deliver,
  cancel,
  refuse,
  statusOf,
  lotOf,
  setUpOrders,
} from "./test-orders";

setUpOrders();

describe("without a sale", () => {
  it("case 69: one household cancels: its part is owed back, shipping included, the other goes on", async () => {
    const checkout = await placePaid();
    await confirm(checkout.jar);
    expect(await cancel(checkout.jar)).toEqual(OK);
    expect(await findPayment(checkout.id)).toMatchObject({
      status: "paid",
      capturedVnd: 522_003,
      refundDueVnd: 222_000,
    });
    expect(await balanceOf({ kind: "buyer", ownerId: checkout.id })).toBe(300_003);
    expect(await lotOf(honey)).toMatchObject({ onHandCount: 10, reservedCount: 0 });
    expect((await findCheckout(checkout.code))?.orders).toMatchObject([
      { status: "cancelled", statusReason: "Hết hàng" },
      { status: "placed", statusReason: null },
    ]);
  });

  it("refused at the door: cash was not taken, the goods are back", async () => {
    const checkout = await place("cod");
    await confirm(checkout.jar);
    await ship(checkout.jar);
    expect(await refuse(checkout.jar)).toEqual(OK);
    expect(await balanceOf({ kind: "courier" })).toBe(0);
    expect(await balanceOf({ kind: "refund_due", ownerId: checkout.id })).toBe(0);
    expect(await lotOf(honey)).toMatchObject({ onHandCount: 10, reservedCount: 0 });
    expect(await findPayment(checkout.id)).toMatchObject({ remainingVnd: 300_003 });
    expect(await reader().select().from(monthlySales)).toEqual([]);
  });

  it.each(["deliver first", "close first"])(
    "at the door only the rest is due: %s",
    async (turn) => {
      const checkout = await place("cod");
      await confirm(checkout.jar);
      await ship(checkout.jar);
      if (turn === "deliver first") await deliver(checkout.jar);
      expect([await cancel(checkout.packs), await cancel(checkout.packs)]).toEqual([OK, OK]);
      if (turn === "close first") {
        const rest = {
          status: "on_delivery",
          dueVnd: 222_000,
          capturedVnd: 0,
          remainingVnd: 222_000,
        };
        expect(await findPayment(checkout.id)).toMatchObject(rest);
        expect(await checkLedger()).toEqual([]);
        await deliver(checkout.jar);
      }
      expect(await findPayment(checkout.id)).toMatchObject({
        status: "paid",
        dueVnd: 222_000,
        capturedVnd: 222_000,
        remainingVnd: 0,
      });
      expect(await reader().select().from(payments)).toMatchObject([{ paidAt: NOW }]);
      expect(await checkLedger()).toEqual([]);
    },
  );

  it("at the door nothing is due when every order fell through", async () => {
    const checkout = await place("cod");
    await cancel(checkout.packs);
    await confirm(checkout.jar);
    await ship(checkout.jar);
    await refuse(checkout.jar);
    expect(await findPayment(checkout.id)).toMatchObject({
      status: "expired",
      dueVnd: 222_000,
      capturedVnd: 0,
      remainingVnd: 0,
      vietQrPayload: null,
    });
    expect(await checkLedger()).toEqual([]);
    await inTransaction((tx) => tx.update(payments).set({ status: "on_delivery" }));
    expect(await checkLedger()).toMatchObject([{ name: "payment_status", expectedVnd: 222_000 }]);
    await inTransaction((tx) => tx.update(payments).set({ status: "expired" }));
  });

  it("refused after the lot has expired: the goods are lost", async () => {
    await inTransaction(async (tx) => {
      await tx.update(lots).set({ expiresOn: "2026-12-10" }).where(eq(lots.productId, honey));
    });
    const checkout = await place("cod");
    await confirm(checkout.jar);
    await ship(checkout.jar);
    setClock(NOW + 11 * DAY_MS);
    await refuse(checkout.jar);
    expect(await lotOf(honey)).toMatchObject({ onHandCount: 9, reservedCount: 0 });
  });

  it("needs a reason to cancel", async () => {
    const { jar } = await place("cod");
    const closure = { orderCode: jar, to: "cancelled", reason: "  " } as const;
    expect(await closeOrder(member, BY_ALL, closure)).toEqual({
      ok: false,
      code: "reason_required",
    });
    expect(await statusOf(jar)).toBe("placed");
  });
});
