import { copyFileSync } from "node:fs";
import { asc } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cardDisputes } from "~db/schema/payments-cards";
import { transfers } from "~db/schema/settlement";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { now, setClock } from "~/platform/clock.server";
import { closeDatabase, databaseFile, reader, useDatabaseFile } from "~/platform/db.server";
import { MINUTE_MS, startOfDate } from "~/platform/period";
import { pollCardEvents } from "./poll-card-events.server";
import { sweepCards } from "./sweep-cards.server";
import { takeCardNotice } from "./take-card-notice.server";
import {
  api,
  CARDS,
  control,
  listEvents,
  openCardShop,
  openedSession,
  payOnPage,
  placeCardOrder,
  signedNotice,
  type CardShop,
} from "./test-cards";

/**
 * Case 72, of cards: what the ledger has of them follows from the inbox of events and from nothing else. Buyers pay,
 * are declined, or dispute; the shop hears of it in any order, again, or only by the list. Then the database as it was
 * before the first event is given the events of that inbox, each once. Not played: a refund, which the shop asks for
 * itself, so that it is no event from outside.
 */
const RUNS = 12;
const START = startOfDate("2026-11-23") + 9 * 3_600_000;

type Purchase = { cards: (keyof typeof CARDS)[]; ends: "won" | "lost" | null };
type Story = { purchases: Purchase[]; told: number[] };

const purchase: fc.Arbitrary<Purchase> = fc.record({
  cards: fc.constantFrom<Purchase["cards"]>(
    [],
    ["approved"],
    ["declined"],
    ["declined", "approved"],
    ["verified"],
    ["disputed"],
    ["declined", "disputed"],
  ),
  ends: fc.constantFrom("won" as const, "lost" as const, null),
});
const story: fc.Arbitrary<Story> = fc.record({
  purchases: fc.array(purchase, { minLength: 2, maxLength: 5 }),
  told: fc.array(fc.nat(60), { maxLength: 25 }),
});

let shop: CardShop;
beforeAll(async () => {
  setClock(START);
  shop = await openCardShop();
});
afterAll(async () => {
  setClock();
  await shop.close();
});

type StripeEvent = { id: string };
const allEvents = async () =>
  (await api<{ data: StripeEvent[] }>(shop.mock, "events?limit=100")).data.toReversed();
const tell = (event: StripeEvent) => takeCardNotice(signedNotice(JSON.stringify(event)));

/** The file as it is now, and the same file back in its place later. */
function keepDatabase(): () => void {
  const file = databaseFile();
  closeDatabase();
  copyFileSync(file, `${file}.before`);
  useDatabaseFile(file).writer.pragma("synchronous = OFF");
  return () => {
    closeDatabase();
    copyFileSync(`${file}.before`, file);
    useDatabaseFile(file).writer.pragma("synchronous = OFF");
  };
}

/** Each transfer of a card's money, whenever it was booked. */
async function ledger(): Promise<string[]> {
  const rows = await reader().select().from(transfers).orderBy(asc(transfers.key));
  return rows.map(({ key, debitAccountId, creditAccountId, amountVnd, reason }) =>
    [key, debitAccountId, creditAccountId, amountVnd, reason].join(" "),
  );
}

async function settle(): Promise<void> {
  for (let n = 0; n < 2; n += 1) {
    setClock(now() + 4 * MINUTE_MS);
    expect(await pollCardEvents(shop.provider)).toMatchObject({ ok: true });
    await sweepCards(shop.provider);
  }
}

async function live({ purchases, told }: Story, urls: readonly string[]): Promise<void> {
  const before = new Set((await allEvents()).map(({ id }) => id));
  for (const [n, { cards }] of purchases.entries()) {
    for (const card of cards) await payOnPage(urls[n] ?? "", CARDS[card]);
  }
  const fresh = async () => (await allEvents()).filter(({ id }) => !before.has(id));
  for (const [n, index] of told.entries()) {
    const events = await fresh();
    const event = events[index % Math.max(1, events.length)];
    if (event) expect(await tell(event)).toMatchObject({ ok: true });
    // In the middle of what is told the bank decides.
    if (n === Math.floor(told.length / 2)) await endDisputes(purchases);
  }
  await settle();
  await endDisputes(purchases);
  await settle();
}

/** The bank of whoever disputes decides, once for each; some never do. */
async function endDisputes(purchases: readonly Purchase[]): Promise<void> {
  const rows = await reader().select({ id: cardDisputes.id }).from(cardDisputes);
  for (const { id } of rows) {
    if (decided.has(id)) continue;
    const outcome = purchases[decided.size % purchases.length]?.ends;
    decided.add(id);
    if (outcome) {
      await control(shop.mock, `disputes/${id}`, { method: "POST", body: { outcome } });
    }
  }
}
const decided = new Set<string>();

let bookedCount = 0;

it("case 72, of cards: the inbox of events replayed from nothing gives the identical ledger", async () => {
  await fc.assert(
    fc.asyncProperty(story, async (one) => {
      setClock(now() + 60 * MINUTE_MS);
      const urls: string[] = [];
      while (urls.length < one.purchases.length) {
        urls.push(await openedSession((await placeCardOrder(shop.productId)).id));
      }
      const startAgain = keepDatabase();
      await live(one, urls);
      const inTheEnd = await ledger();
      expect(await checkLedger()).toEqual([]);
      const inbox = (await listEvents()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const texts = new Map((await allEvents()).map((event) => [event.id, event]));
      startAgain();
      bookedCount += inTheEnd.length - (await ledger()).length;
      for (const { eventId } of inbox) {
        const event = texts.get(eventId);
        if (event) expect(await tell(event)).toMatchObject({ ok: true });
      }
      await sweepCards(shop.provider); // what the provider took for itself is asked for, not told
      expect(await ledger()).toEqual(inTheEnd);
      expect(await checkLedger()).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  expect(bookedCount).toBeGreaterThan(RUNS);
}, 300_000);
