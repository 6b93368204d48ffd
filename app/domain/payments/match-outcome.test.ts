import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvariantError } from "~/platform/invariant";
import { decideMatchOutcome } from "./match-outcome";
import type { PayableState } from "./match-outcome";

const DUE = 185_000;
const STATES: readonly PayableState[] = ["open", "expired", "cancelled", "paid"];

describe("the table", () => {
  const rows = [
    ["equal", "open", 0, DUE, "paid", DUE, 0],
    ["1 đồng short", "open", 0, DUE - 1, "partially_paid", DUE - 1, 0],
    ["1 đồng in all", "open", 0, 1, "partially_paid", 1, 0],
    ["1 đồng over", "open", 0, DUE + 1, "overpaid", DUE, 1],
    ["ten times", "open", 0, DUE * 10, "overpaid", DUE, DUE * 9],
    ["a tenth", "open", 0, DUE / 10, "partially_paid", DUE / 10, 0],
    ["the rest, exactly", "open", 100_000, 85_000, "paid", 85_000, 0],
    ["the rest, 1 short", "open", 100_000, 84_999, "partially_paid", 84_999, 0],
    ["the rest, 1 over", "open", 100_000, 85_001, "overpaid", 85_000, 1],
    ["the whole again after a part", "open", 100_000, DUE, "overpaid", 85_000, 100_000],
    ["open, though all is captured", "open", DUE, DUE, "refund_due", 0, DUE],
    ["open, though more is captured", "open", DUE + 5, 1, "refund_due", 0, 1],
    ["late and equal", "expired", 0, DUE, "late", DUE, 0],
    ["late and 1 short", "expired", 0, DUE - 1, "late", DUE - 1, 0],
    ["late and 1 over", "expired", 0, DUE + 1, "late", DUE, 1],
    ["late and ten times", "expired", 0, DUE * 10, "late", DUE, DUE * 9],
    ["late with the rest", "expired", 100_000, 85_000, "late", 85_000, 0],
    ["expired, though all is captured", "expired", DUE, DUE, "refund_due", 0, DUE],
    ["cancelled", "cancelled", 0, DUE, "refund_due", 0, DUE],
    ["cancelled and 1 short", "cancelled", 0, DUE - 1, "refund_due", 0, DUE - 1],
    ["cancelled after a part", "cancelled", 100_000, 85_000, "refund_due", 0, 85_000],
    ["paid a second time", "paid", DUE, DUE, "refund_due", 0, DUE],
    ["paid, another amount", "paid", DUE, 1, "refund_due", 0, 1],
    ["paid, though nothing was captured", "paid", 0, DUE, "refund_due", 0, DUE],
  ] as const;
  for (const [name, state, capturedVnd, amountVnd, kind, appliedVnd, excessVnd] of rows) {
    test(name, () => {
      expect(decideMatchOutcome({ dueVnd: DUE, capturedVnd, amountVnd, state })).toEqual({
        kind,
        appliedVnd,
        excessVnd,
      });
    });
  }

  test.each(STATES)("a due of 0 owes everything back: %s", (state) => {
    expect(decideMatchOutcome({ dueVnd: 0, capturedVnd: 0, amountVnd: 7, state })).toEqual({
      kind: "refund_due",
      appliedVnd: 0,
      excessVnd: 7,
    });
  });
});

test("every small case: nothing is lost, nothing is applied twice, short is never paid", () => {
  for (const state of STATES) {
    for (let dueVnd = 0; dueVnd <= 12; dueVnd += 1) {
      for (let capturedVnd = 0; capturedVnd <= 14; capturedVnd += 1) {
        for (const amountVnd of [1, 2, 3, 5, 6, 7, 11, 12, 13, 14, 60, 120, 130]) {
          const { kind, appliedVnd, excessVnd } = decideMatchOutcome({
            dueVnd,
            capturedVnd,
            amountVnd,
            state,
          });
          const left = dueVnd - capturedVnd - appliedVnd;
          const isPayable = (state === "open" || state === "expired") && dueVnd > capturedVnd;
          expect(appliedVnd + excessVnd).toBe(amountVnd);
          expect(appliedVnd > 0).toBe(isPayable);
          if (appliedVnd > 0) expect(left).toBeGreaterThanOrEqual(0);
          if (kind === "paid") expect([state, left, excessVnd]).toEqual(["open", 0, 0]);
          if (kind === "overpaid") expect([state, left, excessVnd > 0]).toEqual(["open", 0, true]);
          if (kind === "partially_paid")
            expect([state, left > 0, excessVnd]).toEqual(["open", true, 0]);
          if (kind === "late") expect(state).toBe("expired");
          if (kind === "refund_due") expect(appliedVnd).toBe(0);
        }
      }
    }
  }
});

test("parts in any split end where one payment ends", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 2_000_000_000 }), { minLength: 1, maxLength: 8 }),
      (parts) => {
        const dueVnd = parts.reduce((sum, part) => sum + part, 0);
        let capturedVnd = 0;
        const kinds = parts.map((amountVnd) => {
          const { kind, appliedVnd } = decideMatchOutcome({
            dueVnd,
            capturedVnd,
            amountVnd,
            state: "open",
          });
          capturedVnd += appliedVnd;
          return kind;
        });
        expect(capturedVnd).toBe(dueVnd);
        expect(kinds.at(-1)).toBe("paid");
        expect(kinds.slice(0, -1).every((kind) => kind === "partially_paid")).toBe(true);
      },
    ),
  );
});

test.each([
  { amountVnd: 0 },
  { amountVnd: -1 },
  { amountVnd: 1.5 },
  { amountVnd: Number.NaN },
  { amountVnd: 2 ** 53 },
  { dueVnd: -1 },
  { dueVnd: 0.5 },
  { dueVnd: Number.POSITIVE_INFINITY },
  { capturedVnd: -1 },
  { capturedVnd: 0.1 },
])("throws on amounts that cannot be: %j", (change) => {
  expect(() =>
    decideMatchOutcome({ dueVnd: DUE, capturedVnd: 0, amountVnd: DUE, state: "open", ...change }),
  ).toThrow(InvariantError);
});
