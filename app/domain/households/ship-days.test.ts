import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, weekdayOf } from "~/platform/period";
import { nextShipDay, runsOfDays, WEEKDAYS } from "./ship-days";

// 26/11/2026 is a Thursday.
const THURSDAY = "2026-11-26";

it.each([
  [[1, 2, 3, 4], "2026-11-30"],
  [[4], "2026-12-03"],
  [[5], "2026-11-27"],
  [[7], "2026-11-29"],
])("sends on %j next on %s", (shipDays, day) => {
  expect(nextShipDay({ shipDays }, THURSDAY)).toBe(day);
});

it("says nothing for a household that has said nothing", () => {
  expect(nextShipDay({ shipDays: null }, THURSDAY)).toBeNull();
});

it("is always the first of its days after today, within a week", () => {
  const days = fc.subarray([...WEEKDAYS], { minLength: 1 });
  fc.assert(
    fc.property(days, fc.nat(5_000), (shipDays, later) => {
      const today = addDays(THURSDAY, later);
      const next = nextShipDay({ shipDays }, today) ?? "";
      expect(next > today && next <= addDays(today, 7)).toBe(true);
      expect(shipDays).toContain(weekdayOf(next));
      for (let day = addDays(today, 1); day < next; day = addDays(day, 1)) {
        expect(shipDays).not.toContain(weekdayOf(day));
      }
    }),
  );
});

describe("runsOfDays", () => {
  it.each([
    [[1, 2, 3, 4], [[1, 4]]],
    [
      [1, 3, 4, 7],
      [
        [1, 1],
        [3, 4],
        [7, 7],
      ],
    ],
    [[], []],
  ])("%j", (days, runs) => {
    expect(runsOfDays(days).map(({ from, to }) => [from, to])).toEqual(runs);
  });
});
