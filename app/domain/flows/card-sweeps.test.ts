import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cardAttempts } from "~db/schema/payments-cards";
import { stockReservations } from "~db/schema/catalog";
import { SYSTEM } from "~/domain/audit/actor";
import type { CardProvider } from "~/domain/payments/card-provider";
import { inTransaction, reader } from "~/platform/db.server";
import { succeed } from "~/platform/result";
import { MINUTE_MS } from "~/platform/period";
import { askChargeFees } from "./ask-charge-fees.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { pollCardEvents } from "./poll-card-events.server";
import { CARDS, openedSession, payOnPage, placeCardOrder, standOf } from "./test-cards";
import { orderId, pass, setUpCardOrders, shop, sweep } from "./test-card-orders";

setUpCardOrders();

describe("the deadline", () => {
  const expire = () => expireCheckouts(SYSTEM);

  it("case 33: 3-D Secure that is left lets the session end and the stock go, once", async () => {
    const url = await openedSession(orderId);
    expect((await payOnPage(url, CARDS.verified)).status).toBe(303);
    pass(32 * MINUTE_MS);
    await expire();
    await sweep();
    await expire();
    await sweep();
    const stand = await standOf(orderId);
    expect(stand).toMatchObject({ checkout: "expired", attempts: [{ status: "expired" }] });
    const released = await reader()
      .select()
      .from(stockReservations)
      .where(eq(stockReservations.status, "released"));
    expect(new Set(released.map(({ lineItemId }) => lineItemId)).size).toBe(released.length);
    expect((await payOnPage(url)).status).toBe(410);
  });

  it("case 34: paid in the last second it is honoured while the stock is there", async () => {
    const url = await openedSession(orderId);
    pass(30 * MINUTE_MS + 1_000);
    await expire();
    await payOnPage(url);
    await sweep();
    expect(await standOf(orderId)).toMatchObject({
      checkout: "accepted",
      payment: "paid",
      charges: [{ reason: "late_accepted" }],
    });
  });

  it("case 34: a session that outlived its order is ended", async () => {
    const url = await openedSession(orderId);
    pass(30 * MINUTE_MS + 1_000);
    await expire();
    await sweep();
    expect((await payOnPage(url)).status).toBe(410);
    expect(await standOf(orderId)).toMatchObject({ checkout: "expired", payment: "expired" });
  });
});

describe("what the provider refuses to show", () => {
  const FORGOTTEN = 20;
  const forget = async (checkoutId: string) => {
    for (const { id } of (await standOf(checkoutId)).attempts) {
      await inTransaction((tx) =>
        tx
          .update(cardAttempts)
          .set({ sessionId: `cs_gone_${id}`, intentId: `pi_gone_${id}` })
          .where(eq(cardAttempts.id, id)),
      );
    }
  };

  it("does not keep the sweep from what comes after it", { timeout: 60_000 }, async () => {
    for (let n = 0; n < FORGOTTEN; n += 1) {
      const other = await placeCardOrder(shop.productId);
      await openedSession(other.id);
      await forget(other.id);
    }
    pass(1_000);
    await payOnPage(await openedSession(orderId));
    pass(3 * MINUTE_MS);
    await sweep();
    await sweep();
    await sweep();
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
  });

  it("does not keep other fees from being asked for", { timeout: 60_000 }, async () => {
    const { provider } = shop;
    const withoutFees: CardProvider = {
      ...provider,
      readIntent: async (id) => {
        const read = await provider.readIntent(id);
        if (!read.ok || read.value.charge === null) return read;
        return succeed({ ...read.value, charge: { ...read.value.charge, feeVnd: null } });
      },
    };
    for (let n = 0; n < FORGOTTEN; n += 1) {
      const other = await placeCardOrder(shop.productId);
      await payOnPage(await openedSession(other.id));
      await pollCardEvents(withoutFees);
      await forget(other.id);
      pass(1_000);
    }
    await payOnPage(await openedSession(orderId));
    await pollCardEvents(withoutFees);
    expect((await standOf(orderId)).charges).toMatchObject([{ feeVnd: null }]);
    pass(MINUTE_MS);
    await askChargeFees(provider);
    await askChargeFees(provider);
    expect((await standOf(orderId)).charges[0]?.feeVnd).toBeGreaterThan(0);
  });
});
