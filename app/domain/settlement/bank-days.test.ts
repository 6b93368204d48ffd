import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDate } from "~/platform/period";
import { followDay, NEW_CHAIN, type Chain, type ChainLine } from "./bank-chain";
import { subsetsOf } from "./subset-sums";

const START = startOfDate("2026-11-20");
const RUNS = { numRuns: 400 };

const dayOf = ({ occurredAt }: ChainLine) => Math.floor((occurredAt - START) / DAY_MS);

function follow(lines: readonly ChainLine[]): Chain {
  const days = new Map<number, ChainLine[]>();
  for (const line of lines.toSorted((a, b) => a.occurredAt - b.occurredAt)) {
    days.set(dayOf(line), [...(days.get(dayOf(line)) ?? []), line]);
  }
  return [...days.values()].reduce(followDay, NEW_CHAIN);
}

/** `at`: hours since the start of the first day. */
function line(at: number, movedVnd: number, balanceVnd: number | null, id = `l${at}`): ChainLine {
  return { id, occurredAt: START + at * HOUR_MS, movedVnd, balanceVnd };
}

/** Small amounts collide often, large ones never. */
const moved = fc.oneof(
  fc.integer({ min: -4, max: 4 }).filter((one) => one !== 0),
  fc.integer({ min: -5_000_000, max: 5_000_000 }).filter((one) => one !== 0),
);

type Drawn = { moved: number; isTold: boolean; hour: number; isDated: boolean; place: number };
const drawnDay = (maxLength: number) =>
  fc.array(
    fc.record({
      moved,
      isTold: fc.boolean(),
      hour: fc.integer({ min: 1, max: 22 }),
      isDated: fc.boolean(),
      place: fc.nat(),
    }),
    { maxLength },
  );

/**
 * What the bank really did, day after day, after a first told balance; a line without a time stands at midnight, and of
 * lines of one hour nobody knows the order. A last line tells a balance on a day of its own.
 */
function linesOf(days: readonly (readonly Drawn[])[]): ChainLine[] {
  let balanceVnd = 1_000;
  const lines = [line(5, 1_000, 1_000, "first")];
  days.forEach((day, i) => {
    const inTime = day.toSorted((a, b) => a.hour - b.hour);
    for (const [at, one] of inTime.entries()) {
      balanceVnd += one.moved;
      lines.push({
        id: `${one.place % 1_000}-${i}-${at}`,
        occurredAt: START + (i + 1) * DAY_MS + (one.isDated ? 0 : one.hour * HOUR_MS),
        movedVnd: one.moved,
        balanceVnd: one.isTold ? balanceVnd : null,
      });
    }
  });
  return [...lines, line((days.length + 1) * 24 + 5, 7, balanceVnd + 7, "last")];
}

/** Every order of a day's lines tried, one by one: what it was before they can have made it. */
function follows(lines: readonly ChainLine[], at: number): boolean {
  if (lines.every(({ balanceVnd }) => balanceVnd === null)) return true;
  return lines.some((next, i) => {
    const after = at + next.movedVnd;
    if (next.balanceVnd !== null && next.balanceVnd !== after) return false;
    return follows(lines.toSpliced(i, 1), after);
  });
}

function allFollow(lines: readonly ChainLine[]): boolean {
  let at = 0;
  for (let day = 0; day <= Math.max(...lines.map(dayOf)); day += 1) {
    const own = lines.filter((one) => dayOf(one) === day);
    if (!follows(own, at)) return false;
    at += own.reduce((sum, { movedVnd }) => sum + movedVnd, 0);
  }
  return true;
}

describe("a day on which not every line tells a balance", () => {
  it("breaks nowhere where all lines are there, timed or dated, told or not", () => {
    fc.assert(
      fc.property(fc.array(drawnDay(12), { maxLength: 5 }), (days) => {
        const lines = linesOf(days);
        const chain = follow(lines);
        expect(chain.breaks).toEqual([]);
        expect(chain.balanceVnd).toBe(lines.at(-1)?.balanceVnd);
      }),
      RUNS,
    );
  });

  it("breaks exactly where no order of any day's lines follows: lines gone, altered or too many", () => {
    let brokenCount = 0;
    const change = fc.record({
      where: fc.nat(),
      how: fc.constantFrom("gone", "altered", "more", "none"),
      moved,
    });
    fc.assert(
      fc.property(
        fc.array(drawnDay(6), { minLength: 1, maxLength: 3 }),
        fc.array(change, { maxLength: 2 }),
        (drawn, changes) => {
          const days = drawn.map((day) => day.map((one) => ({ ...one, isDated: false })));
          const lines = linesOf(days);
          for (const [i, one] of changes.entries()) {
            const where = 1 + (one.where % Math.max(1, lines.length - 2));
            const there = lines[where];
            if (!there || there.id === "last" || one.how === "none") continue;
            const altered = { ...there, movedVnd: there.movedVnd + one.moved };
            const more = { ...there, id: `more-${i}`, movedVnd: one.moved, balanceVnd: null };
            if (one.how === "gone") lines.splice(where, 1);
            if (one.how === "altered" && altered.movedVnd !== 0) lines.splice(where, 1, altered);
            if (one.how === "more") lines.splice(where, 0, more);
          }
          const isRight = allFollow(lines);
          if (!isRight) brokenCount += 1;
          expect(follow(lines).breaks.length === 0).toBe(isRight);
        },
      ),
      RUNS,
    );
    expect(brokenCount).toBeGreaterThan(RUNS.numRuns / 10);
  });

  it("takes an untold line for where it is needed: at the end of its day, or with no time", () => {
    const [first, last] = [line(5, 100, 100), line(29, 1, 151)];
    // Told by another provider last of all, and needed before the told ones.
    expect(follow([first, line(8, 20, 150), line(9, 30, null), last]).breaks).toEqual([]);
    // From a statement that knows only days, so at midnight, and needed in the evening.
    const dated = [line(24, 30, null, "dated"), line(30, 20, 120), line(40, 1, 151)];
    expect(follow([first, ...dated]).breaks).toEqual([]);
    // The same second, its name before the told one's.
    const second = [line(8, 20, 120, "b"), line(8, 30, null, "a"), line(29, 1, 151)];
    expect(follow([first, ...second])).toMatchObject({ breaks: [], balanceVnd: 151 });
  });

  it("lets told lines change places over midnight, and only there", () => {
    const minute = MINUTE_MS / HOUR_MS;
    const over = (far: number) => [
      line(5, 100, 100),
      line(24 - far * minute, 10, 130),
      line(24 + far * minute, 20, 120),
      line(30, 1, 131),
      line(54, 1, 132),
    ];
    expect(follow(over(1))).toMatchObject({ breaks: [], balanceVnd: 132 });
    expect(follow(over(30)).breaks.length).toBeGreaterThan(0);
  });

  it("lets an untold line of late evening move on the next day, and no earlier one", () => {
    const late = (at: number) => [
      line(5, 100, 100),
      line(at, 30, null, "late"),
      line(28, 20, 120),
      line(29, 1, 151),
    ];
    expect(follow(late(23.9)).breaks).toEqual([]);
    expect(follow(late(22)).breaks).toMatchObject([
      { lineId: "l28", expectedVnd: 150, actualVnd: 120 },
      { lineId: "l29", expectedVnd: 121, actualVnd: 151 },
    ]);
  });

  it("names both places where one line came too few and one went too few, whatever is untold", () => {
    const lines = [
      line(5, 100, 100),
      line(6, 10, 150), // 40 is missing before it
      line(7, 3, null),
      line(8, 10, 123), // and 40 that went
      line(29, 1, 124),
    ];
    expect(follow(lines).breaks).toMatchObject([
      { lineId: "l6", expectedVnd: 110, actualVnd: 150 },
      { lineId: "l8", expectedVnd: 163, actualVnd: 123 },
    ]);
  });

  it("needs every untold line by the next told day", () => {
    const lines = [line(5, 100, 100), line(6, 30, null), line(32, 20, null), line(57, 1, 131)];
    expect(follow(lines).breaks).toMatchObject([
      { lineId: "l57", expectedVnd: 151, actualVnd: 131 },
    ]);
    expect(follow([...lines.slice(0, 3), line(57, 1, 151)]).breaks).toEqual([]);
  });

  it("follows a full day in a moment, though a dated line stands at its beginning", () => {
    const lines = [line(5, 100, 100), line(24, 77, null, "dated")];
    let balanceVnd = 100;
    for (let i = 0; i < 5_000; i += 1) {
      const movedVnd = 1_000 + i;
      balanceVnd += movedVnd + (i === 4_000 ? 77 : 0);
      lines.push(line(25 + i / 400, movedVnd, balanceVnd, `n${i}`));
    }
    const begun = performance.now();
    expect(follow(lines).breaks).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe("amounts that add up", () => {
  it("finds every set of places, of either sign, and no other", () => {
    const amounts = [1, 2, 3, -3];
    const found = [...subsetsOf(amounts, 3)].map((places) => places.join(""));
    expect(found.toSorted()).toEqual(["01", "0123", "2"].toSorted());
    expect([...subsetsOf([], 0)]).toEqual([[]]);
    expect([...subsetsOf([5], 4)]).toEqual([]);
  });

  it("looks at the first twenty", () => {
    const ones = Array.from({ length: 30 }, () => 1);
    expect([...subsetsOf(ones, 21)]).toEqual([]);
    expect([...subsetsOf(ones, 20)]).toHaveLength(1);
  });
});
