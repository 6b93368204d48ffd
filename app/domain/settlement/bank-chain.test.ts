import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS, startOfDate } from "~/platform/period";
import { followDay, NEW_CHAIN, type Chain, type ChainLine } from "./bank-chain";

const START = startOfDate("2026-11-20");

/** Follows lines that came in any order, day by day. */
function follow(lines: readonly ChainLine[]): Chain {
  const days = new Map<number, ChainLine[]>();
  for (const line of lines.toSorted((a, b) => a.occurredAt - b.occurredAt)) {
    const day = Math.floor((line.occurredAt - START) / DAY_MS);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days.values()].reduce(followDay, NEW_CHAIN);
}

type Drawn = { moved: number; gap: "same" | "second" | "hour" | "day"; isTold: boolean };

/** The bank's own lines, one after another, each with the balance after it. */
function linesOf(drawn: readonly Drawn[], openingVnd: number): ChainLine[] {
  const gaps = { same: 0, second: 1_000, hour: 3_600_000, day: DAY_MS };
  let at = START + 30 * MINUTE_MS; // far from midnight, where lines may belong to either day
  let balanceVnd = openingVnd;
  return drawn.map(({ moved, gap, isTold }, i) => {
    at += gaps[gap];
    balanceVnd += moved;
    return {
      id: `line-${String(i).padStart(3, "0")}`,
      occurredAt: at,
      movedVnd: moved,
      balanceVnd: isTold ? balanceVnd : null,
    };
  });
}

const amount = fc.integer({ min: 1, max: 5_000_000 });
const signed = (of: fc.Arbitrary<number>) =>
  fc.oneof(
    of,
    of.map((one) => -one),
  );
const drawnOf = (isTold: fc.Arbitrary<boolean>, moved = signed(amount)) =>
  fc.array(
    fc.record({
      moved,
      gap: fc.constantFrom("same" as const, "second" as const, "hour" as const, "day" as const),
      isTold,
    }),
    { minLength: 4, maxLength: 40 },
  );
const opening = fc.integer({ min: 0, max: 100_000_000 });

/**
 * Amounts of which no two sums are the same. Where small ones agree by chance the lines have another order in which they follow,
 * nothing can say which line is wrong, and "exactly" would be untrue: the laws that nothing breaks have the small ones.
 */
const unlike = fc.noBias(fc.integer({ min: 1, max: 10 ** 12 }));
const drawnUnlike = drawnOf(fc.constant(true), signed(unlike));
const RUNS = { numRuns: 300 };

/** Seconds alone, so that each line has its place. */
const apart = (drawn: readonly Drawn[]): Drawn[] =>
  drawn.map((one) => ({ ...one, gap: one.gap === "same" ? "second" : one.gap }));

describe("the chain of told balances", () => {
  it("breaks nowhere where all lines are there, in whatever order they came", () => {
    fc.assert(
      fc.property(
        drawnOf(fc.constant(true)),
        opening,
        fc.infiniteStream(fc.nat()),
        (drawn, openingVnd, order) => {
          const lines = linesOf(drawn, openingVnd);
          const shuffled = lines
            .map((line) => ({ line, place: order.next().value ?? 0 }))
            .toSorted((a, b) => a.place - b.place)
            // The names of lines follow their arrival and say nothing of their order.
            .map(({ line }, i) => ({ ...line, id: `arrived-${String(i).padStart(3, "0")}` }));
          const chain = follow(shuffled);
          expect(chain.breaks).toEqual([]);
          expect(chain.balanceVnd).toBe(lines.at(-1)?.balanceVnd);
          expect(chain.openingVnd).toBe(openingVnd);
        },
      ),
      RUNS,
    );
  });

  it("breaks nowhere where only the day of each line is known", () => {
    fc.assert(
      fc.property(drawnOf(fc.constant(true)), opening, (drawn, openingVnd) => {
        const lines = linesOf(drawn, openingVnd).map((line) => ({
          ...line,
          occurredAt: START + Math.floor((line.occurredAt - START) / DAY_MS) * DAY_MS,
        }));
        // Newest first, as some banks list them.
        const listed = lines
          .toReversed()
          .map((line, i) => ({ ...line, id: `row-${String(i).padStart(3, "0")}` }));
        expect(follow(listed).breaks).toEqual([]);
      }),
      RUNS,
    );
  });

  it("breaks nowhere where some lines tell no balance", () => {
    fc.assert(
      fc.property(drawnOf(fc.boolean()), opening, (drawn, openingVnd) => {
        expect(follow(linesOf(apart(drawn), openingVnd)).breaks).toEqual([]);
      }),
      RUNS,
    );
  });

  it("names exactly the place of a line that is missing", () => {
    fc.assert(
      fc.property(drawnUnlike, opening, fc.nat(), (drawn, openingVnd, where) => {
        const lines = linesOf(apart(drawn), openingVnd);
        const gone = 1 + (where % (lines.length - 2));
        const chain = follow(lines.filter((_, i) => i !== gone));
        expect(chain.breaks).toEqual([
          {
            name: "bank_chain",
            lineId: lines[gone + 1]?.id,
            besideId: lines[gone - 1]?.id,
            expectedVnd: (lines[gone + 1]?.balanceVnd ?? 0) - (lines[gone]?.movedVnd ?? 0),
            actualVnd: lines[gone + 1]?.balanceVnd,
          },
        ]);
        expect(chain.balanceVnd).toBe(lines.at(-1)?.balanceVnd);
      }),
      RUNS,
    );
  });

  it("names exactly the line whose amount was altered", () => {
    fc.assert(
      fc.property(drawnUnlike, opening, fc.nat(), unlike, (drawn, openingVnd, where, more) => {
        const lines = linesOf(apart(drawn), openingVnd);
        const altered = 1 + (where % (lines.length - 1));
        const chain = follow(
          lines.map((line, i) =>
            i === altered ? { ...line, movedVnd: line.movedVnd + more } : line,
          ),
        );
        expect(chain.breaks).toMatchObject([
          { name: "bank_chain", lineId: lines[altered]?.id, besideId: lines[altered - 1]?.id },
        ]);
        const [found] = chain.breaks;
        expect((found?.actualVnd ?? 0) - (found?.expectedVnd ?? 0)).toBe(-more);
      }),
      RUNS,
    );
  });

  it("names exactly the line that is one too many, with a balance of its own or without", () => {
    fc.assert(
      fc.property(
        drawnUnlike,
        opening,
        fc.record({
          where: fc.nat(),
          moved: signed(unlike),
          told: fc.option(unlike),
        }),
        (drawn, openingVnd, extra) => {
          const spaced = drawn.map((one) => ({
            ...one,
            gap: one.gap === "day" ? one.gap : ("hour" as const),
          }));
          const lines = linesOf(spaced, openingVnd);
          const before = extra.where % (lines.length - 1);
          const at = lines[before];
          const after = lines[before + 1];
          if (!at || !after || at.balanceVnd === null || after.balanceVnd === null)
            throw new Error("no lines");
          fc.pre(extra.told === null || extra.told - extra.moved !== at.balanceVnd);
          fc.pre(extra.told === null || extra.told !== at.balanceVnd);
          const line = {
            id: "extra",
            occurredAt: at.occurredAt + 1_000,
            movedVnd: extra.moved,
            balanceVnd: extra.told,
          };
          const { breaks } = follow([...lines, line]);
          // One that tells nothing may have moved until its day was over: the next day's first balance knows of it.
          const dayOf = ({ occurredAt }: ChainLine) => Math.floor((occurredAt - START) / DAY_MS);
          const next = lines.findIndex((one) => dayOf(one) > dayOf(line));
          expect(breaks).toEqual(
            extra.told === null
              ? lines.slice(next, next === -1 ? 0 : next + 1).map((first) => ({
                  name: "bank_chain",
                  lineId: first.id,
                  besideId: lines[next - 1]?.id,
                  expectedVnd: (first.balanceVnd ?? 0) + extra.moved,
                  actualVnd: first.balanceVnd,
                }))
              : [
                  {
                    name: "bank_line_extra",
                    lineId: "extra",
                    besideId: at.id,
                    expectedVnd: 0,
                    actualVnd: extra.moved,
                  },
                ],
          );
        },
      ),
      RUNS,
    );
  });

  it("names the stretch of one second in which a line is missing", () => {
    const at = START + 5_000;
    const line = (id: string, movedVnd: number, balanceVnd: number) => ({
      id,
      occurredAt: at,
      movedVnd,
      balanceVnd,
    });
    const lines = [line("d", 40, 200), line("a", 10, 110), line("b", 20, 130)]; // 130 to 160 is missing
    expect(
      follow([{ id: "0", occurredAt: START, movedVnd: 100, balanceVnd: 100 }, ...lines]).breaks,
    ).toEqual([
      { name: "bank_chain", lineId: "d", besideId: "b", expectedVnd: 170, actualVnd: 200 },
    ]);
  });

  it("says nothing of an account that never told a balance", () => {
    const lines = linesOf([{ moved: 5, gap: "hour", isTold: false }], 0);
    expect(follow(lines)).toMatchObject({
      openingVnd: null,
      balanceVnd: null,
      breaks: [],
      told: null,
    });
  });

  it("counts what moved before the first told balance out of the opening one", () => {
    const drawn = [
      { moved: 7, gap: "hour" as const, isTold: false },
      { moved: 3, gap: "hour" as const, isTold: true },
      { moved: -4, gap: "hour" as const, isTold: false },
    ];
    expect(follow(linesOf(drawn, 90))).toMatchObject({ openingVnd: 90, balanceVnd: 96 });
  });
});
