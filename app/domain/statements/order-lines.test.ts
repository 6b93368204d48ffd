import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { batchLines } from "./batch-lines";
import { orderLines } from "./order-lines";
import type { StatementLine } from "./read-rows";

const NAMES = "abcdefghijkl".split("");
const AT = startOfDate("2026-11-20");

/** Lines as a bank books them from 1,000,000 đ on. */
function booked(amounts: readonly number[], times: (i: number) => number = (i) => i) {
  let balance = 1_000_000;
  return amounts.map((amount, i): { line: StatementLine } => {
    balance += amount;
    return {
      line: {
        occurredAt: AT + times(i) * 60_000,
        direction: amount < 0 ? "out" : "in",
        amountVnd: vnd(Math.abs(amount)),
        balanceVnd: vnd(balance),
        content: `dong ${i}`,
        bankReference: null,
      },
    };
  });
}

const contentsOf = (rows: readonly { line: StatementLine }[]) =>
  rows.map(({ line }) => line.content);

describe("the lines of a file", () => {
  it("come oldest first and without a gap, however the bank lists them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (amounts, isNewestFirst) => {
          const rows = booked(amounts);
          const found = orderLines(isNewestFirst ? rows.toReversed() : rows);
          expect(contentsOf(found.lines)).toEqual(contentsOf(rows));
          expect(found.lines.map(({ gapVnd }) => gapVnd).filter((gap) => gap !== null)).toEqual([]);
          expect(found.openingBalanceVnd).toBe(1_000_000);
          expect(found.closingBalanceVnd).toBe(rows.at(-1)?.line.balanceVnd);
        },
      ),
    );
  });

  it("of one day without times are turned by their balances", () => {
    const rows = booked([5, -7, 11, 13], () => 0);
    const found = orderLines(rows.toReversed());
    expect(contentsOf(found.lines)).toEqual(contentsOf(rows));
  });

  it("name the row before which some are missing, and by how much", () => {
    const rows = booked([5, 7, 11, 13]);
    const { lines } = orderLines([...rows.slice(0, 1), ...rows.slice(2)]);
    expect(lines.map(({ gapVnd }) => gapVnd)).toEqual([null, 7, null]);
  });
});

describe("batches", () => {
  it("keep together what bears on each other, in order and small", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }), {
          maxLength: 200,
        }),
        (lines) => {
          const batches = batchLines(lines);
          for (const name of NAMES) {
            const of = batches.filter((_, i) => lines[i]?.includes(name));
            expect(new Set(of).size).toBeLessThanOrEqual(1);
          }
          expect(batches.length).toBe(lines.length);
        },
      ),
    );
    expect(new Set(batchLines(Array.from({ length: 100 }, (_, i) => [`x${i}`]))).size).toBe(5);
    expect(batchLines([["a"], [], ["b", "a"], ["b"]])).toEqual([1, 1, 1, 1]);
  });
});
