import fc from "fast-check";
import { expect, it } from "vitest";
import { accountBalances } from "~db/schema/settlement";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { openTestDatabase } from "~/platform/test-database.server";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import {
  bringIn,
  check,
  confirm,
  advanceAll,
  inbox,
  insertOfficer,
  outcomesOf,
  rowText,
  HEADER,
  type SampleLine,
} from "./test-statements";
import { insertTestHousehold, insertTestProduct, insertTestShop } from "./test-shop";
import { NOW, receive } from "./test-transfers";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "./place-checkout.server";
import { testSubmission } from "./test-shop";

/** Lines of five days: some of them twins, some with a reference, a few for an order. */
const line = fc.record({
  day: fc.integer({ min: 16, max: 20 }),
  order: fc.integer({ min: 0, max: 5 }), // 0 and 1 are orders, the rest names none
  amount: fc.constantFrom(1_000, 2_000, 111_000, 222_000),
  isOut: fc.boolean(),
  hasReference: fc.boolean(),
});
/** A file: some whole days of the account, in one of the bank's formats. */
const file = fc.record({
  from: fc.integer({ min: 16, max: 20 }),
  days: fc.integer({ min: 1, max: 5 }),
  isNewestFirst: fc.boolean(),
  hasReferences: fc.boolean(),
  hasTimes: fc.boolean(),
});

async function openShop() {
  const close = openTestDatabase();
  setClock(NOW);
  await insertTestShop();
  const product = await insertTestProduct({ householdId: await insertTestHousehold() });
  const codes: string[] = [];
  for (let i = 0; i < 2; i += 1) {
    const lines = [{ productId: product, quantity: 1 }];
    const placed = await placeCheckout(
      GUEST,
      testSubmission({ lines, expectedTotalVnd: 222_000, method: "vietqr" }),
    );
    if (!placed.ok) throw new Error(placed.code);
    codes.push(placed.value.code);
  }
  await receive({ content: "von", amountVnd: vnd(90_000_000) }); // what went out was there
  return { close, codes, officer: await insertOfficer() };
}

/** What the books say in the end, without names that are made anew each time. */
async function books(codes: readonly string[]) {
  const balances = await reader().select().from(accountBalances);
  const lines = (await inbox()).map((text) => text.split("|").slice(0, 3).join("|"));
  return {
    lines: lines
      .map((text) => codes.reduce((all, code, i) => all.replace(code, `order ${i}`), text))
      .toSorted(),
    balances: balances.map(({ kind, balanceVnd }) => `${kind} ${balanceVnd}`).toSorted(),
    differences: await checkLedger(),
  };
}

type Line = ValueOf<typeof line>;
type ValueOf<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function writeFile(
  lines: readonly Line[],
  codes: readonly string[],
  format: Partial<ValueOf<typeof file>>,
) {
  const rows = lines.map((one, i): SampleLine & { at: number } => ({
    at: one.day * 100 + i,
    day: `${one.day}/11/2026${format.hasTimes === false ? "" : ` 08:${String(i).padStart(2, "0")}:00`}`,
    reference: one.hasReference && format.hasReferences !== false ? `FT${i}` : "",
    content: codes[one.order] ?? `khach ${one.order}`,
    ...(one.isOut ? { debit: one.amount } : { credit: one.amount }),
  }));
  const from = format.from ?? 16;
  const kept = rows
    .filter((_, i) => {
      const day = lines[i]?.day ?? 0;
      return day >= from && day < from + (format.days ?? 5);
    })
    .toSorted((a, b) => a.at - b.at);
  const listed = format.isNewestFirst === true ? kept.toReversed() : kept;
  return listed.length === 0 ? null : [HEADER, ...listed.map(rowText)].join("\n");
}

it("whatever files of one account overlap, and in whatever order they come, the books are the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 9 }),
      fc.array(file, { minLength: 0, maxLength: 4 }),
      async (lines, files) => {
        const once = await openShop();
        const whole = writeFile(lines, once.codes, {}) ?? "";
        await bringIn(once.officer, whole);
        const expected = await books(once.codes);
        once.close();
        expect(expected.lines).toHaveLength(lines.length + 1);

        const often = await openShop();
        for (const one of [...files, {}]) {
          const text = writeFile(lines, often.codes, one);
          if (text === null) continue;
          const importId = await check(often.officer, text).catch((error: Error) => {
            // The very same bytes twice: they are not taken again.
            if (error.message !== "statement_confirmed") throw error;
            return null;
          });
          if (importId === null) continue;
          const confirmed = await confirm(often.officer, importId);
          expect(confirmed.ok).toBe(true);
          await advanceAll();
          expect(await outcomesOf(importId, "found")).toEqual(
            await outcomesOf(importId, "expected"),
          );
        }
        const found = await books(often.codes);
        often.close();
        expect(found).toEqual(expected);
        expect(found.differences).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
  setClock();
});

it("5,000 lines come out as the check said they would", async () => {
  const { close, codes, officer } = await openShop();
  const rows = Array.from({ length: 5_000 }, (_, i) =>
    rowText({
      day: `${String(1 + (i % 20)).padStart(2, "0")}/11/2026`,
      reference: i % 3 === 0 ? `R${i}` : "",
      content: i % 1_000 === 7 ? (codes[i % 2] ?? "") : `khach ${i % 500}`,
      ...(i % 4 === 0 ? { debit: 1_000 + (i % 7) } : { credit: 10_000 + (i % 11) }),
    }),
  );
  const importId = await check(officer, [HEADER, ...rows].join("\n"));
  const expected = await outcomesOf(importId, "expected");
  expect(expected).toHaveLength(5_000);
  expect(expected.filter((one) => one === "partially_paid").length).toBeGreaterThan(1);
  expect((await confirm(await insertOfficer(), importId)).ok).toBe(true);
  await advanceAll();
  expect(await outcomesOf(importId, "found")).toEqual(expected);
  expect(await checkLedger()).toEqual([]);
  close();
  setClock();
}, 120_000);
