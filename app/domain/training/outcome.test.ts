import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, DAY_MS, localDateOf, startOfDate } from "~/platform/period";
import {
  OUTCOME_DAYS,
  outcomeOf,
  standingOf,
  STANDINGS,
  type Attended,
  type Firsts,
} from "./outcome";

const DAY = "2026-03-10";
const START = startOfDate(DAY);
const END = START + OUTCOME_DAYS * DAY_MS;

describe("what came of a session for one household", () => {
  it.each([
    ["the moment before its day", START - 1, END + 1, "before"],
    ["the first moment of its day", START, END + 1, "within"],
    ["the last moment of the 90 days", END - 1, END + 1, "within"],
    ["the moment after them", END, END + 1, "not"],
    ["never, while the days run", null, END - 1, "waiting"],
    ["never, once they are over", null, END, "not"],
    ["later than the moment that is asked about", START + 5, START + 4, "waiting"],
    ["already, though the days run", START - DAY_MS, START, "before"],
  ] as const)("%s", (_, firstAt, at, standing) => {
    expect(standingOf(firstAt, DAY, at)).toBe(standing);
  });
});

it("counts a household at two sessions once, from its first day, and persons apart", () => {
  const attended: Attended[] = [
    { householdId: "hh_1", heldOn: addDays(DAY, 30) },
    { householdId: "hh_1", heldOn: DAY },
    { householdId: null, heldOn: DAY },
    { householdId: "hh_2", heldOn: DAY },
  ];
  const firsts = new Map<string, Firsts>([
    ["hh_1", { joinedAt: START - 1, listedAt: START + DAY_MS, soldAt: END - 1 }],
  ]);
  expect(outcomeOf(attended, firsts, END)).toEqual({
    households: 2,
    persons: 1,
    joined: { before: 1, within: 0, waiting: 0, not: 1 },
    listed: { before: 0, within: 1, waiting: 0, not: 1 },
    sold: { before: 0, within: 1, waiting: 0, not: 1 },
  });
});

it("says what a plain recount says, and never counts who still has time as a failure", () => {
  const ids = ["hh_1", "hh_2", "hh_3", "hh_4"];
  const moment = fc.option(fc.integer({ min: START - 40 * DAY_MS, max: END + 80 * DAY_MS }));
  const attended = fc.array(
    fc.record({
      householdId: fc.option(fc.constantFrom(...ids)),
      heldOn: fc.integer({ min: 0, max: 60 }).map((days) => addDays(DAY, days)),
    }),
    { maxLength: 12 },
  );
  const firsts = fc.array(fc.record({ joinedAt: moment, listedAt: moment, soldAt: moment }), {
    minLength: ids.length,
    maxLength: ids.length,
  });
  const at = fc.integer({ min: START, max: END + 100 * DAY_MS });
  fc.assert(
    fc.property(attended, firsts, at, (list, facts, now) => {
      const firstsOf = new Map(ids.map((id, i) => [id, facts[i] as Firsts]));
      const outcome = outcomeOf(list, firstsOf, now);
      const there = ids.filter((id) => list.some((one) => one.householdId === id));
      expect(outcome.households).toBe(there.length);
      expect(outcome.persons).toBe(list.filter((one) => one.householdId === null).length);
      for (const key of ["joined", "listed", "sold"] as const) {
        const sum = STANDINGS.reduce((total, one) => total + outcome[key][one], 0);
        expect(sum).toBe(there.length);
        // Counted day by day instead of by moments.
        const within = there.filter((id) => {
          const first = firstsOf.get(id)?.[`${key}At`] ?? null;
          const days = list.filter((one) => one.householdId === id).map((one) => one.heldOn);
          const [day = ""] = days.toSorted();
          if (first === null || first > now) return false;
          const last = addDays(day, OUTCOME_DAYS - 1);
          return localDateOf(first) >= day && localDateOf(first) <= last;
        });
        expect(outcome[key].within).toBe(within.length);
        const failed = there.filter((id) => {
          const days = list.filter((one) => one.householdId === id).map((one) => one.heldOn);
          const [day = ""] = days.toSorted();
          return localDateOf(now) >= addDays(day, OUTCOME_DAYS);
        });
        expect(outcome[key].not).toBeLessThanOrEqual(failed.length);
      }
    }),
  );
});
