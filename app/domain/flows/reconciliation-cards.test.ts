import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startStripeMock } from "stripe-mock";
import { orders } from "~db/schema/orders";
import { GUEST, type UserActor } from "~/domain/audit/actor";
import { openStripe } from "~/domain/payments/open-stripe.server";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { listRuns, loadRun } from "~/domain/settlement/queries-runs.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { HOUR_MS, startOfDate } from "~/platform/period";
import { vnd } from "~/platform/money";
import { tellWalletBalance } from "./tell-wallet-balance.server";
import { advanceReconciliation } from "./advance-reconciliation.server";
import { askChargeFees } from "./ask-charge-fees.server";
import { askDailyReconciliation, askReconciliation } from "./ask-reconciliation.server";
import { closeOrder } from "./close-order.server";
import { pollCardEvents } from "./poll-card-events.server";
import { refundToCard } from "./refund-to-card.server";
import { sweepCards } from "./sweep-cards.server";
import {
  CARDS,
  control,
  DUE,
  openCardShop,
  openedSession,
  payOnPage,
  placeCardOrder,
  type CardShop,
} from "./test-cards";
import { insertTestOfficers } from "./test-officers";

const NOW = startOfDate("2026-11-22") + 9 * HOUR_MS;
let shop: CardShop;
let one: UserActor;

beforeEach(async () => {
  setClock(NOW);
  shop = await openCardShop();
  [one] = await insertTestOfficers();
});
afterEach(async () => {
  expect(await checkLedger()).toEqual([]);
  setClock();
  await shop.close();
});

async function reconcile(provider = shop.provider) {
  const asked = await askReconciliation(one);
  if (!asked.ok) throw new Error(asked.code);
  await advanceReconciliation(provider);
  const run = present(await loadRun(asked.value, 1), "no run");
  const cards = present(
    run.balances.find(({ pot }) => pot === "cards"),
    "no cards",
  );
  return { ...run, cards };
}

async function pay(number: string = CARDS.approved) {
  const order = await placeCardOrder(shop.productId);
  await payOnPage(await openedSession(order.id), number);
  return order;
}

/** Hears of all that the provider has done. */
async function hear() {
  await pollCardEvents(shop.provider);
  await askChargeFees(shop.provider);
  await sweepCards(shop.provider);
}

const later = (milliseconds: number) => setClock(now() + milliseconds);
const FEE = Math.round((DUE * 34) / 1_000) + 8_500;

describe("case 75: what the card provider holds against the ledger", () => {
  it("balances over charges, refunds and disputes", async () => {
    await pay();
    await pay(CARDS.disputed);
    later(HOUR_MS); // only then the cardholder disputes it
    await payOnPage(await openedSession((await placeCardOrder(shop.productId)).id));
    await hear();
    later(HOUR_MS);
    const run = await reconcile();
    expect(run.differences).toEqual([]);
    expect(run.cards).toMatchObject({ wordState: "told", pendingVnd: 0 });
    expect(run.cards.ledgerVnd).toBe(run.cards.wordVnd);
    expect(await balanceOf({ kind: "dispute_hold" })).toBe(DUE);
  });

  it("names a charge that never was booked, once it is older than a moment", async () => {
    await pay();
    await hear();
    await pay();
    const fresh = await reconcile();
    expect(fresh).toMatchObject({ status: "balanced", cards: { pendingVnd: -(DUE - FEE) } });
    later(16 * 60_000);
    const run = await reconcile();
    expect(run.differences).toMatchObject([
      { name: "card_movement", expectedVnd: DUE - FEE, actualVnd: 0 },
    ]);
    await hear();
    expect(await reconcile()).toMatchObject({ status: "balanced", differences: [] });
  });

  it("names what is booked and not on the provider's list, by the order that it paid", async () => {
    const { code } = await pay();
    await hear();
    await control(shop.mock, "reset", { method: "POST" });
    later(HOUR_MS);
    const { differences } = await reconcile();
    expect(differences).toMatchObject([
      {
        name: "card_movement",
        expectedVnd: 0,
        actualVnd: DUE - FEE,
        subject: { kind: "order", text: code },
      },
    ]);
  });

  it("waits for a refund that is booked and that the provider has still to do", async () => {
    const { id, code } = await pay();
    await hear();
    const [order] = await reader().select().from(orders).where(eq(orders.checkoutId, id));
    const cancelled = { orderCode: order?.code ?? "", to: "cancelled", reason: "" } as const;
    await closeOrder(GUEST, { by: "buyer", checkoutCode: code }, cancelled);
    const all = { ownerId: id, amountVnd: vnd(DUE), seenOwedVnd: DUE };
    expect(await refundToCard(one, all)).toMatchObject({ ok: true });
    expect(await reconcile()).toMatchObject({ status: "balanced", cards: { pendingVnd: -DUE } });
    await hear();
    expect(await reconcile()).toMatchObject({ status: "balanced", cards: { pendingVnd: 0 } });
  });
});

describe("a provider that says nothing that can be compared", () => {
  const nowhere = () => openStripe({ key: "sk_test_x", base: "http://127.0.0.1:9" });

  it("makes the run one that could not be done, and the clock tries again after an hour", async () => {
    setClock(startOfDate("2026-11-23") + HOUR_MS);
    const daily = async (provider = shop.provider) => {
      await askDailyReconciliation();
      await advanceReconciliation(provider);
    };
    await daily(nowhere());
    await daily();
    expect((await listRuns(1)).runs).toMatchObject([{ status: "failed" }]);
    later(HOUR_MS);
    await daily();
    await daily();
    expect((await listRuns(1)).runs).toMatchObject([{ status: "balanced" }, { status: "failed" }]);
  }, 30_000);

  it("is asked again after an hour also where something else differs", async () => {
    setClock(startOfDate("2026-11-23") + HOUR_MS);
    await tellWalletBalance(one, { walletId: "MM-VIETTEL", balanceVnd: vnd(1_000) });
    const daily = async (provider = shop.provider) => {
      await askDailyReconciliation();
      await advanceReconciliation(provider);
    };
    await daily(nowhere());
    await daily();
    expect((await listRuns(1)).runs).toMatchObject([{ status: "differs" }]);
    later(HOUR_MS);
    await daily();
    later(HOUR_MS);
    await daily();
    expect((await listRuns(1)).runs).toMatchObject([{ status: "differs" }, { status: "differs" }]);
  }, 30_000);

  it("is not compared where it keeps our account in dollars", async () => {
    const mock = await startStripeMock({ port: 0, now, settlementCurrency: "usd" });
    try {
      const run = await reconcile(openStripe({ key: "sk_test_x", base: mock.url }));
      expect(run).toMatchObject({ status: "balanced", cards: { wordState: "other_currency" } });
    } finally {
      await mock.close();
    }
  });

  it("is nobody where no cards are taken, and a run that breaks ends as one that could not be done", async () => {
    await askReconciliation(one);
    await advanceReconciliation(null);
    const [run] = (await listRuns(1)).runs;
    const { balances } = present(await loadRun(run?.id ?? "", 1), "no run");
    expect(balances.find(({ pot }) => pot === "cards")).toMatchObject({ wordState: "nobody" });
    await askReconciliation(one);
    const broken = { ...shop.provider, readBalance: () => Promise.reject(new Error("broken")) };
    await advanceReconciliation(broken);
    expect((await listRuns(1)).runs[0]).toMatchObject({ status: "failed", differenceCount: 0 });
  });
});
