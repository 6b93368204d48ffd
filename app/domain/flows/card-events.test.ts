import fc from "fast-check";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cardAttempts, cardRefunds } from "~db/schema/payments-cards";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { databaseFile, inTransaction, reader, useDatabaseFile } from "~/platform/db.server";
import { MINUTE_MS, startOfDate } from "~/platform/period";
import { pollCardEvents } from "./poll-card-events.server";
import { sweepCards } from "./sweep-cards.server";
import { takeCardNotice } from "./take-card-notice.server";
import {
  api,
  CARDS,
  openCardShop,
  openedSession,
  openSession,
  payOnPage,
  placeCardOrder,
  signedNotice,
  standOf,
  type CardShop,
} from "./test-cards";

/**
 * What a card provider tells of an order's sessions, in any order, again, not at all, and with the process dying between
 * two writes: once the list of events has been read and what was begun is swept, every account holds what it holds when
 * nothing went wrong. `CARD_RUNS` says how many sequences; each is played twice, on orders of its own.
 */
const RUNS = Number(process.env["CARD_RUNS"] ?? 60);

let shop: CardShop;
beforeAll(async () => {
  setClock(startOfDate("2026-11-23") + 9 * 3_600_000);
  shop = await openCardShop();
  armCrashes();
});
afterAll(async () => {
  setClock();
  await shop.close();
});

/** Writes that may be the last thing a process does. */
const WRITES = [
  ["INSERT", "card_events"],
  ["INSERT", "card_charges"],
  ["UPDATE", "card_attempts"],
  ["INSERT", "transfers"],
  ["INSERT", "order_events"],
  ["INSERT", "card_refunds"],
  ["INSERT", "card_disputes"],
] as const;
type Table = (typeof WRITES)[number][1];

type Play = {
  /** Cards that are tried in each session, in turn. */
  sessions: (keyof typeof CARDS)[][];
  diesAtOpening: boolean;
  reports: { event: number; crashAt: Table | null }[];
};

const card = fc.constantFrom("approved" as const, "declined" as const, "verified" as const);
const crash = fc.option(fc.constantFrom(...WRITES.map(([, table]) => table)), { freq: 3 });
const play: fc.Arbitrary<Play> = fc.record({
  sessions: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.array(fc.array(card, { maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    },
    { weight: 1, arbitrary: fc.constant([["declined", "disputed"]] as Play["sessions"]) },
  ),
  diesAtOpening: fc.boolean(),
  reports: fc.array(fc.record({ event: fc.nat(30), crashAt: crash }), { maxLength: 12 }),
});

type Event = { id: string };
const eventsAt = async () =>
  (await api<{ data: Event[] }>(shop.mock, "events?limit=100")).data.toReversed();

/** What the buyer does; two sessions, as when the provider did not end the first one. */
async function buy({ sessions, diesAtOpening }: Play, mayDie: boolean): Promise<string> {
  const { id } = await placeCardOrder(shop.productId);
  const urls: string[] = [];
  while (urls.length < sessions.length) {
    await forgetStanding(id);
    if (diesAtOpening && mayDie) await dying("card_attempts", () => openSession(id));
    urls.push(await openedSession(id));
  }
  for (const [n, cards] of sessions.entries()) {
    for (const one of cards) await payOnPage(urls[n] ?? "", CARDS[one]);
  }
  return id;
}

async function forgetStanding(checkoutId: string) {
  for (const { id } of (await standOf(checkoutId)).attempts) {
    await inTransaction((tx) =>
      tx.update(cardAttempts).set({ status: "expired" }).where(eq(cardAttempts.id, id)),
    );
  }
}

async function settle() {
  for (let n = 0; n < 3; n += 1) {
    setClock(now() + 4 * MINUTE_MS);
    expect(await pollCardEvents(shop.provider)).toMatchObject({ ok: true });
    await sweepCards(shop.provider);
  }
}

async function playOut(one: Play, how: "tidy" | "messy"): Promise<string> {
  setClock(now() + 20 * MINUTE_MS);
  const before = await sharedBalances();
  const seen = new Set((await eventsAt()).map(({ id }) => id));
  const id = await buy(one, how === "messy");
  if (how === "messy") {
    const events = (await eventsAt()).filter((event) => !seen.has(event.id));
    for (const { event: n, crashAt } of one.reports) {
      const event = events[n % Math.max(1, events.length)];
      if (event === undefined) continue;
      const tell = () => takeCardNotice(signedNotice(JSON.stringify(event)));
      if (crashAt === null) expect(await tell()).toMatchObject({ ok: true });
      else await dying(crashAt, tell);
    }
  }
  await settle();
  return outcomeOf(id, before);
}

const SHARED = ["card_clearing", "gateway_fees", "dispute_hold", "dispute_losses"] as const;
const sharedBalances = () => Promise.all(SHARED.map((kind) => balanceOf({ kind })));

async function outcomeOf(id: string, before: readonly number[]): Promise<string> {
  const { attempts, charges, ...stand } = await standOf(id);
  const shared = await sharedBalances();
  const refunds = await reader().select().from(cardRefunds);
  return JSON.stringify({
    ...stand,
    attempts: attempts.map(({ status }) => status),
    charges: charges.map(({ amountVnd, reason }) => `${amountVnd} ${reason}`).toSorted(),
    refunds: refunds
      .filter(({ chargeId }) => charges.some((charge) => charge.id === chargeId))
      .map(({ status, amountVnd }) => [status, amountVnd]),
    moved: shared.map((balance, n) => balance - (before[n] ?? 0)),
  });
}

/** Triggers of this connection alone: a write to the named table fails as the disk would. */
function armCrashes() {
  const { writer } = useDatabaseFile(databaseFile());
  writer.pragma("synchronous = OFF");
  writer.exec("CREATE TEMP TABLE dying (name TEXT)");
  for (const [verb, table] of WRITES) {
    writer.exec(
      `CREATE TEMP TRIGGER die_${table} BEFORE ${verb} ON main.${table}
       WHEN EXISTS (SELECT 1 FROM dying WHERE name = '${table}')
       BEGIN SELECT RAISE(ABORT, 'the process died'); END`,
    );
  }
  kill = (table) =>
    writer.exec(table === null ? "DELETE FROM dying" : `INSERT INTO dying VALUES ('${table}')`);
}
let kill: (table: Table | null) => void = () => undefined;

async function dying(at: Table, work: () => Promise<unknown>) {
  kill(at);
  try {
    await work();
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    if (!/the process died/.test(String(cause))) throw error;
  } finally {
    kill(null);
  }
}

it(
  `case 64, of cards: ${RUNS} sequences of what a card provider tells end as if nothing had gone wrong`,
  async () => {
    await fc.assert(
      fc.asyncProperty(play, async (one) => {
        expect(await playOut(one, "messy")).toBe(await playOut(one, "tidy"));
      }),
      { numRuns: RUNS },
    );
    expect(await checkLedger()).toEqual([]);
  },
  60_000 + RUNS * 2_000,
);
