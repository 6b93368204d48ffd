import { and, eq, gte } from "drizzle-orm";
import { expect, it } from "vitest";
import { products, stockReservations } from "~db/schema/catalog";
import { statementImports, statementRows } from "~db/schema/statements";
import { voucherProgrammes } from "~db/schema/vouchers";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import { BATCH_SIZE } from "~/domain/statements/batch-lines";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { MINUTE_MS } from "~/platform/period";
import { advanceStatements } from "./advance-statements.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { placeCheckout } from "./place-checkout.server";
import { insertTestProduct, ownPhone, testSubmission } from "./test-shop";
import {
  advanceAll,
  check,
  confirm,
  fileOf,
  importOf,
  insertOfficer,
  outcomesOf,
  rowsOf,
} from "./test-statements";
import { DUE, householdId, setUpTransfers } from "./test-transfers";
import { insertTestProgramme } from "./test-vouchers";

setUpTransfers();

/** More than fit in two transactions. */
const COUNT = 2 * BATCH_SIZE + 5;
const OFF = 50_000;

async function placeOne(
  productId: string,
  change: Partial<Parameters<typeof testSubmission>[0]> = {},
) {
  const lines = [{ productId, quantity: 1 }];
  const own = { lines, expectedTotalVnd: DUE, buyerPhone: ownPhone(), ...change };
  const placed = await placeCheckout(GUEST, testSubmission(own));
  if (!placed.ok) throw new Error(placed.code);
  return placed.value.code;
}

async function placeLate(count: number, place: () => Promise<string>): Promise<string[]> {
  const codes: string[] = [];
  for (let i = 0; i < count; i += 1) codes.push(await place());
  setClock(now() + 31 * MINUTE_MS);
  for (let batch = 0; batch < 3; batch += 1) await expireCheckouts(SYSTEM);
  return codes;
}

/** To others, who have not paid yet. */
async function sell(productId: string, quantity: number) {
  const own = { lines: [{ productId, quantity }], buyerPhone: ownPhone() };
  const offered = await placeCheckout(GUEST, testSubmission({ ...own, expectedTotalVnd: 0 }));
  const expectedTotalVnd = offered.ok ? 0 : Number(offered.detail?.["totalVnd"]);
  await placeOne(productId, { ...own, expectedTotalVnd });
}

const linesOf = (codes: readonly string[], credit: number) =>
  codes.map((code, i) => ({
    day: "22/11/2026",
    reference: `FT${i}`,
    content: code,
    credit,
  }));

/** How many lines of a file are, or became, each. */
async function countsOf(importId: string, which: "expected" | "found") {
  const counts: Record<string, number> = {};
  for (const outcome of await outcomesOf(importId, which)) {
    counts[String(outcome)] = (counts[String(outcome)] ?? 0) + 1;
  }
  return counts;
}

async function largestBatch(importId: string): Promise<number> {
  const counts = new Map<number, number>();
  for (const { batch } of await rowsOf(importId)) {
    if (batch !== null) counts.set(batch, (counts.get(batch) ?? 0) + 1);
  }
  return Math.max(...counts.values());
}

const availableOf = async (productId: string) =>
  (await reader().select().from(products).where(eq(products.id, productId)))[0]?.availableCount;

it("late orders that want the same packs are tried out few at a time, and come out as the check said", async () => {
  const officer = await insertOfficer();
  const soughtId = await insertTestProduct({ householdId, stockCount: COUNT });
  const codes = await placeLate(COUNT, () => placeOne(soughtId));
  await sell(soughtId, 12);
  const importId = await check(officer, fileOf(linesOf(codes, DUE)));
  expect(await largestBatch(importId)).toBeLessThanOrEqual(BATCH_SIZE);
  const enough = COUNT - 12;
  const outcomes = { late_accepted: enough, refund_due: 12 };
  expect(await countsOf(importId, "expected")).toEqual(outcomes);
  // Nothing of the trial stays.
  expect(await availableOf(soughtId)).toBe(enough);
  const held = eq(stockReservations.status, "held");
  expect(await reader().select().from(stockReservations).where(held)).toHaveLength(1);
  expect((await confirm(await insertOfficer(), importId)).ok).toBe(true);
  await advanceAll();
  expect(await outcomesOf(importId, "found")).toEqual(await outcomesOf(importId, "expected"));
  expect(await availableOf(soughtId)).toBe(0);
});

it("late orders that want the same voucher's uses come out as the check said", async () => {
  const officer = await insertOfficer();
  const soughtId = await insertTestProduct({ householdId, stockCount: COUNT });
  const usesMax = BATCH_SIZE + 10;
  const programmeId = await insertTestProgramme({ usesMax });
  const asked = { voucherCode: "OCOP2026", expectedTotalVnd: DUE - OFF };
  const one = () => placeOne(soughtId, asked);
  const codes = [...(await placeLate(usesMax, one)), ...(await placeLate(COUNT - usesMax, one))];
  const importId = await check(officer, fileOf(linesOf(codes, DUE - OFF)));
  expect(await largestBatch(importId)).toBeLessThanOrEqual(BATCH_SIZE);
  const outcomes = { late_accepted: usesMax, refund_due: COUNT - usesMax };
  expect(await countsOf(importId, "expected")).toEqual(outcomes);
  expect((await confirm(await insertOfficer(), importId)).ok).toBe(true);
  await advanceAll();
  expect(await outcomesOf(importId, "found")).toEqual(await outcomesOf(importId, "expected"));
  const isSought = eq(voucherProgrammes.id, programmeId);
  const [programme] = await reader().select().from(voucherProgrammes).where(isSought);
  expect(programme?.usedCount).toBe(usesMax);
});

it("late orders of one phone with one code are one transaction's, and one of them gets it", async () => {
  const officer = await insertOfficer();
  const soughtId = await insertTestProduct({ householdId, stockCount: COUNT });
  await insertTestProgramme({ usesMax: 1_000 });
  const buyerPhone = ownPhone();
  const asked = { voucherCode: "OCOP2026", expectedTotalVnd: DUE - OFF };
  const mine = async () => {
    const [code = ""] = await placeLate(1, () => placeOne(soughtId, { ...asked, buyerPhone }));
    return code;
  };
  const first = await mine();
  const others = await placeLate(BATCH_SIZE, () => placeOne(soughtId, asked));
  const codes = [first, ...others, await mine()];
  const importId = await check(officer, fileOf(linesOf(codes, DUE - OFF)));
  const counts = { late_accepted: BATCH_SIZE + 1, refund_due: 1 };
  expect(await countsOf(importId, "expected")).toEqual(counts);
  expect((await outcomesOf(importId, "expected")).at(-1)).toBe("refund_due");
  const rows = await rowsOf(importId);
  expect(rows.at(-1)?.batch).toBe(rows.find(({ content }) => content === first)?.batch);
});

it("a check that is cut short between two transactions goes on, and ends the same", async () => {
  const officer = await insertOfficer();
  const soughtId = await insertTestProduct({ householdId, stockCount: COUNT });
  const codes = await placeLate(COUNT, () => placeOne(soughtId));
  await sell(soughtId, 30);
  const importId = await check(officer, fileOf(linesOf(codes, DUE)));
  const whole = await outcomesOf(importId, "expected");
  expect(whole.filter((one) => one === "late_accepted")).toHaveLength(COUNT - 30);
  // As after the process ended behind the first batch.
  await forgetFrom(importId, 2);
  while ((await importOf(importId)).status === "checking") await advanceStatements();
  expect(await outcomesOf(importId, "expected")).toEqual(whole);
});

async function forgetFrom(importId: string, batch: number) {
  await inTransaction(async (tx) => {
    await tx
      .update(statementRows)
      .set({ expected: null, expectedCode: null })
      .where(and(eq(statementRows.importId, importId), gte(statementRows.batch, batch)));
    await tx
      .update(statementImports)
      .set({ status: "checking", checkedAt: null })
      .where(eq(statementImports.id, importId));
  });
}
