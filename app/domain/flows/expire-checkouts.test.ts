import { describe, expect, it } from "vitest";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import { findPayment } from "~/domain/payments/queries.server";
import { setClock } from "~/platform/clock.server";
import { MINUTE_MS } from "~/platform/period";
import { expireCheckouts } from "./expire-checkouts.server";
import { placeCheckout } from "./place-checkout.server";
import { insertTestProduct, testSubmission } from "./test-shop";
import {
  NOW,
  DUE,
  householdId,
  place,
  pay,
  expire,
  standing,
  availableCount,
  PAID,
  EXPIRED,
  setUpTransfers,
} from "./test-transfers";

setUpTransfers();

describe("expireCheckouts", () => {
  it("moves what was paid in part to the buyer's refund, once, and a rest that comes late after it", async () => {
    const checkout = await place();
    await pay(checkout.code, 100_000);
    setClock(NOW + 30 * MINUTE_MS - 1);
    expect(await expireCheckouts(SYSTEM)).toMatchObject({ value: { expiredCount: 0 } });
    setClock(NOW + 30 * MINUTE_MS);
    expect(await expireCheckouts(SYSTEM)).toMatchObject({ value: { expiredCount: 1 } });
    expect(await expireCheckouts(SYSTEM)).toMatchObject({ value: { expiredCount: 0 } });
    const owed = { ...EXPIRED, refund: 100_000, bank: 100_000 };
    expect(await standing(checkout)).toEqual(owed);
    expect(await availableCount()).toBe(10);
    await pay(checkout.code, DUE - 100_000);
    expect(await standing(checkout)).toEqual({ ...owed, refund: DUE, bank: DUE });
    await pay(checkout.code, DUE);
    expect(await standing(checkout)).toEqual({ ...PAID, refund: DUE, bank: 2 * DUE });
    const payment = await findPayment(checkout.id);
    expect(payment).toMatchObject({ remainingVnd: 0, vietQrPayload: null });
  });

  it("leaves paid checkouts and those paid at the door alone", async () => {
    const paid = await place();
    await pay(paid.code, DUE);
    const cod = await place("cod");
    await expire();
    expect((await standing(paid)).checkout).toBe("accepted");
    expect((await standing(cod)).checkout).toBe("accepted");
    expect(await availableCount()).toBe(8);
  });

  it("does at most 50 a call, and says whether there may be more", async () => {
    const many = await insertTestProduct({ householdId, stockCount: 100 });
    const lines = [{ productId: many, quantity: 1 }];
    for (let i = 0; i < 51; i += 1) {
      await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd: DUE }));
    }
    setClock(NOW + 30 * MINUTE_MS);
    const first = await expireCheckouts(SYSTEM);
    expect(first).toEqual({ ok: true, value: { expiredCount: 50, isBatchFull: true } });
    const second = await expireCheckouts(SYSTEM);
    expect(second).toEqual({ ok: true, value: { expiredCount: 1, isBatchFull: false } });
  });

  it("and a transfer at the same moment: either paid or expired", async () => {
    const checkout = await place();
    setClock(NOW + 30 * MINUTE_MS);
    await Promise.all([expireCheckouts(SYSTEM), pay(checkout.code, DUE), expireCheckouts(SYSTEM)]);
    expect(await standing(checkout)).toEqual(PAID);
  });
});
