import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { lots, products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { GUEST } from "~/domain/audit/actor";
import { inTransaction, reader } from "~/platform/db.server";
import { placeCheckout } from "./place-checkout.server";
import { insertTestProduct, testSubmission } from "./test-shop";
import {
  DUE,
  householdId,
  honey,
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

describe("case 56: late", () => {
  it("is accepted while the stock is there", async () => {
    const checkout = await place();
    await expire();
    expect(await standing(checkout)).toEqual(EXPIRED);
    expect(await availableCount()).toBe(10);
    expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("late_accepted");
    expect(await standing(checkout)).toEqual(PAID);
    expect(await availableCount()).toBe(9);
  });

  it("with too much is accepted, the excess owed back", async () => {
    const checkout = await place();
    await expire();
    expect((await pay(checkout.code, DUE + 5)).judgement?.reason).toBe("late_accepted");
    expect(await standing(checkout)).toEqual({ ...PAID, refund: 5, bank: DUE + 5 });
  });

  it("is owed back when the stock is gone, and nothing stays reserved", async () => {
    const late = await place("vietqr", 2);
    await expire();
    const lines = [{ productId: honey, quantity: 9 }];
    const total = 9 * 185_000 + 30_000 + 12 * 7_000; // 6,300 g
    const taken = await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd: total }));
    expect(taken.ok).toBe(true);
    expect((await pay(late.code, 414_000)).judgement).toEqual({
      status: "matched",
      reason: "refund_due",
    });
    expect(await standing(late)).toEqual({ ...EXPIRED, refund: 414_000, bank: 414_000 });
    expect(await availableCount()).toBe(1);
  });

  it("is owed back when one of two products is gone: all of the order or none", async () => {
    const tea = await insertTestProduct({ householdId, stockCount: 1, weightGrams: 100 });
    const lines = [
      { productId: honey, quantity: 1 },
      { productId: tea, quantity: 1 },
    ];
    const total = 2 * 185_000 + 37_000;
    const placed = await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd: total }));
    if (!placed.ok) throw new Error(placed.code);
    await expire();
    const stock = (productId: string, onHandCount: number) =>
      inTransaction(async (tx) => {
        await tx.update(lots).set({ onHandCount }).where(eq(lots.productId, productId));
        await tx
          .update(products)
          .set({ availableCount: onHandCount })
          .where(eq(products.id, productId));
      });
    // One after the other, because nobody knows which line is reserved first.
    await stock(tea, 0);
    expect((await pay(placed.value.code, total)).judgement?.reason).toBe("refund_due");
    expect(await availableCount()).toBe(10);
    await stock(tea, 1);
    await stock(honey, 0);
    expect((await pay(placed.value.code, total)).judgement?.reason).toBe("refund_due");
    const [rest] = await reader().select().from(products).where(eq(products.id, tea));
    expect(rest?.availableCount).toBe(1);
    await stock(honey, 1);
    expect((await pay(placed.value.code, total)).judgement?.reason).toBe("late_accepted");
  });

  it("is owed back when it is short: it revives nothing", async () => {
    const checkout = await place();
    await expire();
    expect((await pay(checkout.code, DUE - 1)).judgement?.reason).toBe("refund_due");
    expect(await standing(checkout)).toEqual({ ...EXPIRED, refund: DUE - 1, bank: DUE - 1 });
  });

  it("is owed back when the household may not sell any more", async () => {
    const checkout = await place();
    await expire();
    await inTransaction(async (tx) => {
      await tx
        .update(households)
        .set({ status: "suspended" })
        .where(eq(households.id, householdId));
    });
    expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("refund_due");
  });

  it("twice: accepted once, the second owed back", async () => {
    const checkout = await place();
    await expire();
    await pay(checkout.code, DUE);
    expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("refund_due");
    expect(await standing(checkout)).toEqual({ ...PAID, refund: DUE, bank: 2 * DUE });
  });
});
