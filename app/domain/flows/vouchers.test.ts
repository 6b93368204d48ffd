import Database from "better-sqlite3";
import { setTimeout } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { bankTransactions, payments } from "~db/schema/payments";
import { cardAttempts } from "~db/schema/payments-cards";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { GUEST } from "~/domain/audit/actor";
import { findCheckout } from "~/domain/orders/queries.server";
import { findPayment } from "~/domain/payments/queries.server";
import { findBuyerRefund } from "~/domain/settlement/queries-refund.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { databaseFile, inTransaction, reader } from "~/platform/db.server";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { cancelPurchase } from "./cancel-purchase.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { stopProgramme } from "./stop-programme.server";
import { switchMethod } from "./switch-method.server";
import {
  honey,
  NOW,
  OK,
  bringMyself,
  cancel,
  confirm,
  deliver,
  householdId,
  lose,
  otherId,
  refuse,
  setUpOrders,
  ship,
} from "./test-orders";
import { ownPhone } from "./test-shop";
import {
  insertTestProgramme,
  owedBy,
  payIn,
  placeWithCode,
  submitWithCode,
  usedCountOf,
} from "./test-vouchers";

setUpOrders();
let programme: string;
const OFF = 50_000;
const DUE = 522_003 - OFF;
const buyerOf = (id: string) => balanceOf({ kind: "buyer", ownerId: id });
const refundOf = (id: string) => balanceOf({ kind: "refund_due", ownerId: id });

beforeEach(async () => {
  programme = await insertTestProgramme();
});

describe("case 7: a total of 0 by voucher", () => {
  it.each(["vietqr", "card", "cod"] as const)(
    "calls no provider and is accepted at once, whatever way was chosen: %s",
    async (method) => {
      await insertTestProgramme({ code: "TATCA", valueVnd: 600_000 });
      const checkout = await placeWithCode({ voucherVnd: 522_003, code: "TATCA", method });
      expect(await findPayment(checkout.id)).toMatchObject({
        method: "vietqr",
        status: "paid",
        dueVnd: 0,
        capturedVnd: 0,
        remainingVnd: 0,
        vietQrPayload: null,
      });
      expect(await findCheckout(checkout.code)).toMatchObject({
        status: "accepted",
        voucher: { amountVnd: 522_003 },
        orders: [
          { status: "placed", voucherVnd: 222_000 },
          { status: "placed", voucherVnd: 300_003 },
        ],
      });
      expect(await buyerOf(checkout.id)).toBe(522_003);
      expect(await reader().select().from(cardAttempts)).toEqual([]);
      expect(await reader().select().from(bankTransactions)).toEqual([]);
      await confirm(checkout.jar);
      await ship(checkout.jar);
      expect(await deliver(checkout.jar)).toEqual(OK);
      // 222,000 less 5 % of 185,000: as if the buyer had paid.
      expect(await balanceOf({ kind: "household", ownerId: householdId })).toBe(212_750);
    },
  );

  it("takes money that comes all the same as not due", async () => {
    await insertTestProgramme({ code: "TATCA", valueVnd: 600_000 });
    const checkout = await placeWithCode({ voucherVnd: 522_003, code: "TATCA" });
    await payIn(checkout.code, 1_000);
    expect(await refundOf(checkout.id)).toBe(1_000);
  });
});

describe("a part by voucher", () => {
  it("asks the buyer for the rest and pays the households in full", async () => {
    const checkout = await placeWithCode({ voucherVnd: OFF });
    expect(await findPayment(checkout.id)).toMatchObject({ dueVnd: DUE, remainingVnd: DUE });
    expect(await owedBy(programme)).toBe(0);
    await payIn(checkout.code, DUE);
    expect(await buyerOf(checkout.id)).toBe(522_003);
    expect(await owedBy(programme)).toBe(OFF);
    for (const code of [checkout.jar, checkout.packs]) {
      await confirm(code);
      await ship(code);
      await deliver(code);
    }
    expect(await buyerOf(checkout.id)).toBe(0);
    expect(await balanceOf({ kind: "household", ownerId: householdId })).toBe(212_750);
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(300_003 - 13_500);
    expect(await owedBy(programme)).toBe(OFF);
  });

  it("freezes shares in whole thousands that sum to it on orders and lines", async () => {
    await placeWithCode({ voucherVnd: OFF });
    const [checkout] = await reader().select().from(checkouts);
    expect(checkout).toMatchObject({ totalVnd: 522_003, voucherVnd: OFF });
    expect(await reader().select().from(orders)).toMatchObject([
      { totalVnd: 222_000, voucherVnd: 20_000 },
      { totalVnd: 300_003, voucherVnd: 30_000 },
    ]);
    expect(await reader().select().from(lineItems)).toMatchObject([
      { totalVnd: 185_000, voucherVnd: 20_000 },
      { totalVnd: 270_003, voucherVnd: 30_000 },
    ]);
  });

  it.each(["courier", "household"])("at the door less is taken, by the %s", async (who) => {
    const checkout = await placeWithCode({ voucherVnd: OFF, method: "cod" });
    expect(await reader().select().from(orders)).toMatchObject([
      { cashVnd: 222_000 - 20_000 },
      { cashVnd: 300_003 - 30_000 },
    ]);
    expect(await owedBy(programme)).toBe(0);
    await confirm(checkout.jar);
    await (who === "courier" ? ship : bringMyself)(checkout.jar);
    await deliver(checkout.jar);
    expect(await owedBy(programme)).toBe(20_000);
    const household = await balanceOf({ kind: "household", ownerId: householdId });
    const inHand = await balanceOf({ kind: "household_cash", ownerId: householdId });
    expect(household - inHand).toBe(who === "courier" ? 212_750 : 212_750 - 202_000);
    // The other falls through: nothing was ever owed for it.
    await confirm(checkout.packs);
    await ship(checkout.packs);
    await refuse(checkout.packs);
    expect(await owedBy(programme)).toBe(20_000);
    expect(await usedCountOf(programme)).toBe(1);
    expect(await findPayment(checkout.id)).toMatchObject({ status: "paid", dueVnd: 202_000 });
  });

  it("of which one is paid whole by it: it goes on when nothing is left to pay of the others", async () => {
    const almostAll = await insertTestProgramme({ code: "GANHET", valueVnd: 522_000 });
    const asked = { voucherVnd: 522_000, code: "GANHET", method: "cod" } as const;
    const checkout = await placeWithCode(asked);
    expect(await reader().select().from(orders)).toMatchObject([
      { voucherVnd: 222_000, cashVnd: 0 },
      { voucherVnd: 300_000, cashVnd: 3 },
    ]);
    expect(await cancel(checkout.packs)).toEqual(OK);
    await confirm(checkout.jar);
    await ship(checkout.jar);
    expect(await deliver(checkout.jar)).toEqual(OK);
    expect(await owedBy(almostAll)).toBe(222_000);
    expect(await usedCountOf(almostAll)).toBe(1);
    expect(await balanceOf({ kind: "household", ownerId: householdId })).toBe(212_750);
    expect(await balanceOf({ kind: "courier" })).toBe(0);
  });

  it("stays when its buyer pays another way, at the door too", async () => {
    const checkout = await placeWithCode({ voucherVnd: OFF });
    const { code: checkoutCode } = checkout;
    expect(await switchMethod(GUEST, { checkoutCode, method: "mobile_money" })).toEqual(OK);
    expect(await findPayment(checkout.id)).toMatchObject({ remainingVnd: DUE });
    expect(await switchMethod(GUEST, { checkoutCode, method: "cod" })).toEqual(OK);
    expect(await findPayment(checkout.id)).toMatchObject({ remainingVnd: DUE });
    await payIn(checkoutCode, DUE);
    expect(await findPayment(checkout.id)).toMatchObject({ status: "paid", remainingVnd: 0 });
  });
});

describe("case 69: of several sellers", () => {
  it("one cancels: what was paid for its part is owed back, its share goes to the programme", async () => {
    const checkout = await placeWithCode({ voucherVnd: OFF });
    await payIn(checkout.code, DUE);
    expect(await cancel(checkout.jar)).toEqual(OK);
    expect(await findCheckout(checkout.code)).toMatchObject({
      dueVnd: DUE,
      fallenVnd: DUE - (300_003 - 30_000),
    });
    expect(await refundOf(checkout.id)).toBe(222_000 - 20_000);
    expect(await owedBy(programme)).toBe(30_000);
    expect(await buyerOf(checkout.id)).toBe(300_003);
    expect(await usedCountOf(programme)).toBe(1);
    expect(await cancel(checkout.packs)).toEqual(OK);
    expect(await refundOf(checkout.id)).toBe(DUE); // both parts, to the đồng
    expect([await owedBy(programme), await buyerOf(checkout.id)]).toEqual([0, 0]);
  });

  it("at the door after a transfer only what the transfer brought too much is owed back", async () => {
    const checkout = await placeWithCode({ voucherVnd: OFF, method: "cod" });
    await payIn(checkout.code, DUE);
    await cancel(checkout.jar);
    expect(await refundOf(checkout.id)).toBe(222_000 - 20_000);
    await cancel(checkout.packs);
    expect(await refundOf(checkout.id)).toBe(DUE);
    expect(await owedBy(programme)).toBe(0);
    expect(await usedCountOf(programme)).toBe(0);
  });
});

describe("case 70: a voucher used, then all of it refunded", () => {
  it.each([
    ["cancelled", cancel],
    ["lost", lose],
    ["refused", refuse],
  ] as const)("%s: restored once, the money net", async (to, close) => {
    const phone = ownPhone();
    const checkout = await placeWithCode({ voucherVnd: OFF, phone });
    await payIn(checkout.code, DUE);
    expect(await submitWithCode({ voucherVnd: OFF, phone })).toMatchObject({
      code: "voucher_used_by_phone",
    });
    for (const code of [checkout.jar, checkout.packs]) {
      await confirm(code);
      if (to !== "cancelled") await ship(code);
      expect([await close(code), await close(code)]).toEqual([OK, OK]);
    }
    expect(await refundOf(checkout.id)).toBe(DUE);
    expect(await usedCountOf(programme)).toBe(0);
    expect(await owedBy(programme)).toBe(0);
    await placeWithCode({ voucherVnd: OFF, phone });
    expect(await usedCountOf(programme)).toBe(1);
  });

  it("paid by the voucher alone: no cash comes of it", async () => {
    const all = await insertTestProgramme({ code: "TATCA", valueVnd: 600_000 });
    const checkout = await placeWithCode({ voucherVnd: 522_003, code: "TATCA" });
    await cancel(checkout.jar);
    await cancel(checkout.packs);
    expect(await refundOf(checkout.id)).toBe(0);
    expect([await owedBy(all), await usedCountOf(all)]).toEqual([0, 0]);
  });

  it("given up or run out before it was paid: restored, part of the money owed back", async () => {
    const given = await placeWithCode({ voucherVnd: OFF });
    await payIn(given.code, 1_000);
    const checkoutCode = given.code;
    expect(await cancelPurchase(GUEST, { checkoutCode })).toEqual(OK);
    expect(await cancelPurchase(GUEST, { checkoutCode })).toEqual(OK);
    expect(await usedCountOf(programme)).toBe(0);
    expect(await refundOf(given.id)).toBe(1_000);
    await placeWithCode({ voucherVnd: OFF });
    setClock(NOW + HOUR_MS);
    await expireCheckouts({ kind: "system" });
    expect(await usedCountOf(programme)).toBe(0);
    expect(await owedBy(programme)).toBe(0);
  });
});

describe("a transfer that comes late", () => {
  const late = async (phone = ownPhone()) => {
    const checkout = await placeWithCode({ voucherVnd: OFF, phone });
    setClock(NOW + HOUR_MS);
    await expireCheckouts({ kind: "system" });
    return checkout;
  };

  it("takes the voucher again", async () => {
    const checkout = await late();
    await payIn(checkout.code, DUE);
    expect((await findCheckout(checkout.code))?.status).toBe("accepted");
    expect(await usedCountOf(programme)).toBe(1);
    expect(await owedBy(programme)).toBe(OFF);
  });

  it.each(["stopped", "over", "used up", "used by its phone"])(
    "is owed back when the voucher is gone: %s",
    async (how) => {
      const phone = ownPhone();
      const last = await insertTestProgramme({ code: "MOTLAN", usesMax: 1 });
      const asked = { voucherVnd: OFF, code: "MOTLAN" };
      const checkout = how === "used up" ? await placeWithCode(asked) : await late(phone);
      if (how === "used up") {
        setClock(NOW + HOUR_MS);
        await expireCheckouts({ kind: "system" });
        await placeWithCode(asked);
      }
      if (how === "stopped") await stopProgramme({ kind: "system" }, { code: "OCOP2026" });
      if (how === "over") setClock(NOW + 60 * DAY_MS);
      if (how === "used by its phone") await placeWithCode({ voucherVnd: OFF, phone });
      await payIn(checkout.code, DUE);
      expect((await findCheckout(checkout.code))?.status).toBe("expired");
      expect(await refundOf(checkout.id)).toBe(DUE);
      expect((await findBuyerRefund(checkout.id))?.goneVoucher).toBe("Tuần hàng OCOP");
      expect(await usedCountOf(how === "used up" ? last : programme)).toBe(
        how === "stopped" || how === "over" ? 0 : 1,
      );
      expect(await owedBy(programme)).toBe(0);
    },
  );

  it("is not owed back for the voucher's sake when the stock was why, or it came in parts", async () => {
    const phone = ownPhone();
    const [checkout, parts] = [await late(phone), await placeWithCode({ voucherVnd: OFF })];
    setClock(now() + HOUR_MS);
    await expireCheckouts({ kind: "system" });
    await inTransaction(async (tx) => {
      await tx.update(products).set({ status: "draft" }).where(eq(products.id, honey));
    });
    await payIn(checkout.code, DUE);
    await payIn(parts.code, 100_000);
    await payIn(parts.code, DUE - 100_000);
    expect(await refundOf(checkout.id)).toBe(DUE);
    setClock(now() + HOUR_MS);
    await stopProgramme({ kind: "system" }, { code: "OCOP2026" });
    expect((await findBuyerRefund(checkout.id))?.goneVoucher).toBeNull();
    expect((await findBuyerRefund(parts.id))?.goneVoucher).toBeNull();
  });

  it("is not owed back for the voucher's sake when it was short", async () => {
    const checkout = await late();
    await payIn(checkout.code, DUE - 1);
    expect((await findBuyerRefund(checkout.id))?.goneVoucher).toBeNull();
    await stopProgramme({ kind: "system" }, { code: "OCOP2026" });
    expect((await findBuyerRefund(checkout.id))?.goneVoucher).toBeNull();
  });
});

describe("a code", () => {
  it.each([
    ["khongco", { code: "voucher_unknown" }],
    ["x", { code: "voucher_unknown" }],
    ["CHUADEN", { code: "voucher_not_yet", detail: { date: "01/12/2026" } }],
    ["DAHET", { code: "voucher_over", detail: { date: "29/11/2026" } }],
    ["HETLUOT", { code: "voucher_used_up" }],
    ["DACHAM", { code: "voucher_unknown" }],
    ["GIOTO", { code: "voucher_cart_below", detail: { missingVnd: 1 } }],
  ])("that cannot be used is refused in words: %s", async (code, refusal) => {
    await insertTestProgramme({ code: "CHUADEN", startsOn: "2026-12-01" });
    await insertTestProgramme({ code: "DAHET", endsOn: "2026-11-29" });
    await insertTestProgramme({ code: "HETLUOT", usesMax: 1 });
    await placeWithCode({ voucherVnd: OFF, code: "HETLUOT" });
    await insertTestProgramme({ code: "DACHAM", stoppedAt: NOW });
    await insertTestProgramme({ code: "GIOTO", leastVnd: 455_004 });
    expect(await submitWithCode({ voucherVnd: OFF, code })).toMatchObject({
      ok: false,
      ...refusal,
    });
  });

  it("is worth its value from the first to the last day and from the least goods on", async () => {
    await insertTestProgramme({
      code: "VUADU",
      leastVnd: 455_003,
      startsOn: "2026-11-30",
      endsOn: "2026-11-30",
    });
    expect((await submitWithCode({ voucherVnd: OFF, code: "vua du" })).ok).toBe(true);
  });

  it("is used no more often than there are uses, by buyers at once too", async () => {
    const few = await insertTestProgramme({ code: "HAILAN", usesMax: 2 });
    const tries = [1, 2, 3].map(() => submitWithCode({ voucherVnd: OFF, code: "HAILAN" }));
    const done = await Promise.all(tries);
    expect(done.filter((one) => one.ok)).toHaveLength(2);
    expect(done.find((one) => !one.ok)).toMatchObject({ code: "voucher_used_up" });
    expect(await usedCountOf(few)).toBe(2);
  });

  it("is used once by a phone, also while another server gives it out to the same phone", async () => {
    const phone = ownPhone();
    const { code: checkoutCode } = await placeWithCode({ voucherVnd: OFF, phone });
    expect(await cancelPurchase(GUEST, { checkoutCode })).toEqual(OK);
    const other = new Database(databaseFile());
    try {
      other.exec("BEGIN IMMEDIATE");
      const waiting = submitWithCode({ voucherVnd: OFF, phone });
      await setTimeout(50);
      other.exec("UPDATE voucher_uses SET given_back_at = NULL");
      other.exec("UPDATE voucher_programmes SET used_count = used_count + 1");
      other.exec("COMMIT");
      expect(await waiting).toMatchObject({ ok: false, code: "voucher_used_by_phone" });
    } finally {
      other.close();
    }
    expect(await usedCountOf(programme)).toBe(1);
  });

  it("is off the total that the buyer has to have seen", async () => {
    expect(await submitWithCode({ voucherVnd: 0 })).toMatchObject({
      code: "total_changed",
      detail: { totalVnd: DUE },
    });
    expect(await reader().select().from(payments)).toEqual([]);
    expect(await usedCountOf(programme)).toBe(0);
  });
});
