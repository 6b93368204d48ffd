import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS } from "~/platform/period";
import { compareCards, type CardEntry } from "./card-comparison";

const AT = 1_700_000_000_000;
const WINDOW = { from: AT - 35 * DAY_MS, at: AT };

const entry = (sourceId: string, netVnd: number, ageDays = 10): CardEntry => ({
  sourceId,
  kind: sourceId.startsWith("po") ? "payout" : "other",
  netVnd,
  occurredAt: AT - ageDays * DAY_MS,
});
const sumOf = (entries: readonly CardEntry[]) => entries.reduce((sum, one) => sum + one.netVnd, 0);
const compare = (
  theirs: CardEntry[],
  ours: CardEntry[],
  differenceVnd = sumOf(theirs) - sumOf(ours),
) => compareCards({ window: WINDOW, theirs, ours, differenceVnd });

const drawn = fc
  .array(
    fc.record({
      net: fc.integer({ min: -900_000, max: 900_000 }).filter((one) => one !== 0),
      age: fc.integer({ min: 1, max: 33 }),
    }),
    {
      minLength: 2,
      maxLength: 20,
    },
  )
  .map((rows) => rows.map(({ net, age }, i) => entry(`ch_${i}`, net, age)));

describe("the card provider's list against the ledger", () => {
  it("agrees where both have the same, in whatever order and parts", () => {
    fc.assert(
      fc.property(drawn, (theirs) => {
        const ours = theirs.toReversed().flatMap((one) => [
          { ...one, netVnd: one.netVnd + 500 },
          { ...one, netVnd: -500 },
        ]);
        expect(compare(theirs, ours)).toEqual({ differences: [], pendingVnd: 0 });
      }),
    );
  });

  it("names just what one side has and the other has not, or has otherwise", () => {
    fc.assert(
      fc.property(
        drawn,
        fc.nat(),
        fc.constantFrom("theirs", "ours", "altered"),
        (entries, where, lost) => {
          const at = where % entries.length;
          const without = entries.filter((_, i) => i !== at);
          const altered = entries.map((one, i) =>
            i === at ? { ...one, netVnd: one.netVnd + 1 } : one,
          );
          const theirs = lost === "theirs" ? without : entries;
          const ours = lost === "ours" ? without : lost === "altered" ? altered : entries;
          const net = entries[at]?.netVnd ?? 0;
          expect(compare(theirs, ours)).toEqual({
            pendingVnd: 0,
            differences: [
              {
                name: "card_movement",
                subjectId: `ch_${at}`,
                besideId: null,
                expectedVnd: lost === "theirs" ? 0 : net,
                actualVnd: lost === "ours" ? 0 : lost === "altered" ? net + 1 : net,
              },
            ],
          });
        },
      ),
    );
  });

  it("takes what happened within a quarter of an hour for being on its way", () => {
    const fresh = { ...entry("ch_new", 100_000), occurredAt: AT - 15 * MINUTE_MS + 1 };
    expect(compare([fresh], [])).toEqual({ differences: [], pendingVnd: -100_000 });
    const old = { ...fresh, occurredAt: AT - 15 * MINUTE_MS };
    expect(compare([old], [])).toMatchObject({
      differences: [{ subjectId: "ch_new" }],
      pendingVnd: 0,
    });
  });

  it("lets a payout travel for seven days, and knows its line by the amount", () => {
    const sent = entry("po_1", -700_000, 3);
    expect(compare([sent], [])).toEqual({ differences: [], pendingVnd: 700_000 });
    const arrived = { ...entry("btx_1", -700_000, 1), kind: "payout" as const };
    expect(compare([sent], [arrived])).toEqual({ differences: [], pendingVnd: 0 });
    expect(compare([entry("po_1", -700_000, 7)], [])).toMatchObject({
      differences: [{ subjectId: "po_1", expectedVnd: -700_000, actualVnd: 0 }],
    });
    const failed = [sent, { ...sent, netVnd: 700_000 }];
    expect(compare(failed, [])).toEqual({ differences: [], pendingVnd: 0 });
    expect(compare([], [arrived])).toMatchObject({
      differences: [{ subjectId: "btx_1", expectedVnd: 0, actualVnd: -700_000 }],
    });
  });

  it("names a payout that never came, though later ones were of the same amount", () => {
    const payouts = [25, 18, 11, 4].map((age) => entry(`po_${age}`, -1_000_000, age));
    const came = [16, 9, 2].map((age) => {
      return { ...entry(`btx_${age}`, -1_000_000, age), kind: "payout" as const };
    });
    expect(compare(payouts, came)).toMatchObject({
      differences: [{ subjectId: "po_25", expectedVnd: -1_000_000, actualVnd: 0 }],
      pendingVnd: 0,
    });
  });

  it("names what no thing of the window explains as a whole", () => {
    expect(compare([], [], 5_000)).toEqual({
      pendingVnd: 0,
      differences: [
        {
          name: "card_balance",
          subjectId: "card_balance",
          besideId: null,
          expectedVnd: 5_000,
          actualVnd: 0,
        },
      ],
    });
  });

  it("does not judge what lies half outside of the window", () => {
    const edge = entry("ch_edge", 100_000, 34.5);
    expect(compare([edge], [], 0)).toEqual({ differences: [], pendingVnd: 0 });
  });
});
