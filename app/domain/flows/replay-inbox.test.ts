import { asc } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkouts } from "~db/schema/orders";
import { bankTransactions } from "~db/schema/payments";
import { transfers } from "~db/schema/settlement";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import type { BankNotice } from "~/domain/payments/bank-notice";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { MINUTE_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  ownPhone,
  testNotice,
  testSubmission,
} from "./test-shop";

/**
 * Case 72: the ledger follows from the inbox and from nothing else that providers did. A shop lives through orders,
 * lines, repeats, contradictions and deadlines; then the same orders in an empty database are given the lines of the
 * first one's inbox, each once and at its time.
 */
const START = startOfDate("2026-11-22") + 9 * 3_600_000;
const DUE = 222_000;
const STEP_MS = 7 * MINUTE_MS;

type Event =
  | { kind: "place" }
  | { kind: "line"; order: number; amountVnd: number; memo: "code" | "none"; isOut: boolean }
  | { kind: "again" | "otherwise"; line: number }
  | { kind: "expire" };

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: "place" as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("line" as const),
      order: fc.nat(9),
      amountVnd: fc.constantFrom(DUE, DUE, DUE - 1, DUE + 5, 1, 100_000, DUE - 100_000),
      memo: fc.constantFrom("code" as const, "code" as const, "none" as const),
      isOut: fc.nat(9).map((n) => n === 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("again" as const, "otherwise" as const),
      line: fc.nat(20),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "expire" as const }) },
);
const STORY = fc.array(event, { minLength: 10, maxLength: 40 });

type World = { honey: string; codes: string[] };

async function openWorld(): Promise<World> {
  await insertTestShop();
  const householdId = await insertTestHousehold();
  // Few packs, so that a late transfer may find none.
  return { honey: await insertTestProduct({ householdId, stockCount: 4 }), codes: [] };
}

async function place({ honey, codes }: World) {
  const placed = await placeCheckout(
    GUEST,
    testSubmission({
      lines: [{ productId: honey, quantity: 1 }],
      expectedTotalVnd: vnd(DUE),
      buyerPhone: ownPhone(),
    }),
  );
  codes.push(placed.ok ? placed.value.code : "");
}

/** What the first shop lives through, noise and all. */
async function live(world: World, story: readonly Event[]): Promise<void> {
  const told: BankNotice[] = [];
  const tell = (notice: BankNotice) =>
    receiveBankNotice({ notice, rawBody: JSON.stringify(notice) });
  for (const [n, one] of story.entries()) {
    setClock(START + n * STEP_MS);
    if (one.kind === "place") await place(world);
    else if (one.kind === "expire") await expireCheckouts(SYSTEM);
    else if (one.kind === "line") {
      const content = one.memo === "code" ? (world.codes[one.order] ?? "") : "chuyen tien";
      const direction = one.isOut ? "out" : "in";
      const id = String(n);
      const notice = testNotice({
        providerTransactionId: id,
        bankReference: `FT${id}`,
        content,
        direction,
        amountVnd: vnd(one.amountVnd),
      });
      told.push(notice);
      await tell(notice);
    } else {
      const known = told[one.line % Math.max(1, told.length)];
      if (!known) continue;
      const change = one.kind === "again" ? {} : { amountVnd: vnd(known.amountVnd + 1) };
      await tell({ ...known, ...change });
    }
  }
}

type InboxLine = typeof bankTransactions.$inferSelect & {
  /** Which order its memo names, whatever its code is; -1 for none. */
  order: number;
};

/** The same orders and deadlines, and the lines of the first shop's inbox with the codes of this one. */
async function replay(world: World, story: readonly Event[], inbox: readonly InboxLine[]) {
  for (const [n, one] of story.entries()) {
    const at = START + n * STEP_MS;
    setClock(at);
    if (one.kind === "place") await place(world);
    if (one.kind === "expire") await expireCheckouts(SYSTEM);
    for (const line of inbox.filter(({ receivedAt }) => receivedAt === at)) {
      const content = line.order === -1 ? line.content : (world.codes[line.order] ?? "");
      const { provider, providerTransactionId, bankReference, direction, occurredAt } = line;
      const told = { provider, providerTransactionId, bankReference, direction, occurredAt };
      const notice = testNotice({ ...told, content, amountVnd: vnd(line.amountVnd) });
      await receiveBankNotice({ notice, rawBody: "{}" });
    }
  }
}

/** Every transfer in its order, with the names that both shops share instead of ids. */
async function ledgerOf({ codes }: World): Promise<string[]> {
  const names = new Map<string, string>();
  for (const row of await reader().select().from(checkouts)) {
    names.set(row.id, `order ${codes.indexOf(row.code)}`);
  }
  for (const row of await reader().select().from(bankTransactions)) {
    names.set(row.id, `line ${row.providerTransactionId}`);
  }
  const rows = await reader().select().from(transfers).orderBy(asc(transfers.id));
  return rows.map((row) =>
    [row.occurredAt, row.key, row.debitAccountId, row.creditAccountId, row.amountVnd, row.reason]
      .join(" ")
      .replaceAll(/(?:chk|btx|pay)_[0-9a-f]{32}/g, (id) => names.get(id) ?? "payment"),
  );
}

it("case 72: replaying the whole inbox from nothing gives the identical ledger", async () => {
  await fc.assert(
    fc.asyncProperty(STORY, async (story) => {
      let close = openTestDatabase();
      try {
        const first = await openWorld();
        await live(first, story);
        const ledger = await ledgerOf(first);
        // More may leave than came: what was there before the first line nobody has told.
        const differences = (await checkLedger()).filter(({ subjectId }) => subjectId !== "bank");
        expect(differences).toEqual([]);
        const rows = await reader().select().from(bankTransactions);
        const inbox = rows.map((row) => ({
          ...row,
          order: row.content === "" ? -1 : first.codes.indexOf(row.content),
        }));
        close();
        close = openTestDatabase();
        const second = await openWorld();
        await replay(second, story, inbox);
        expect(await ledgerOf(second)).toEqual(ledger);
      } finally {
        setClock();
        close();
      }
    }),
    { numRuns: 40 },
  );
}, 300_000);
