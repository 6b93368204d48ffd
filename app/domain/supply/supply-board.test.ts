import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "~/platform/period";
import { boardOf, isGlut, spreadOverWeeks, weekOf, weeksFrom, type Expected } from "./supply-board";

const cam = (changes: Partial<Expected> = {}): Expected => ({
  produceKey: "cam sanh",
  produceName: "Cam sành",
  quantityKg: 700,
  fromOn: "2026-11-30", // a Monday
  toOn: "2026-12-06",
  commune: { code: "01", name: "Bắc Quang" },
  ...changes,
});

describe("weeks", () => {
  it("begin on Monday", () => {
    expect(weekOf("2026-11-30")).toBe("2026-11-30");
    expect(weekOf("2026-12-06")).toBe("2026-11-30");
    expect(weekOf("2027-01-01")).toBe("2026-12-28");
    expect(weeksFrom("2026-12-03", 3)).toEqual(["2026-11-30", "2026-12-07", "2026-12-14"]);
  });

  it("share a harvest by their days", () => {
    const days = { fromOn: "2026-12-05", toOn: "2026-12-14" }; // 2, 7 and 1 of ten days
    expect([...spreadOverWeeks({ quantityKg: 100, ...days })]).toEqual([
      ["2026-11-30", 20],
      ["2026-12-07", 70],
      ["2026-12-14", 10],
    ]);
    expect([...spreadOverWeeks({ quantityKg: 1, ...days }).values()]).toEqual([0, 1, 0]);
  });

  it("lose and gain no kilogram, and none is further than one from its part", () => {
    const harvest = fc.record({
      quantityKg: fc.integer({ min: 1, max: 1_000_000 }),
      start: fc.integer({ min: 0, max: 400 }),
      length: fc.integer({ min: 0, max: 180 }),
    });
    fc.assert(
      fc.property(harvest, ({ quantityKg, start, length }) => {
        const fromOn = addDays("2026-01-01", start);
        const toOn = addDays(fromOn, length);
        const spread = spreadOverWeeks({ quantityKg, fromOn, toOn });
        const daysOf = (week: LocalDate) =>
          Array.from({ length: 7 }, (_, i) => addDays(week, i)).filter(
            (day) => fromOn <= day && day <= toOn,
          ).length;
        let sum = 0;
        for (const [week, kg] of spread) {
          sum += kg;
          expect(Math.abs(kg - (quantityKg * daysOf(week)) / (length + 1))).toBeLessThan(1);
        }
        expect(sum).toBe(quantityKg);
      }),
    );
  });
});

it.each([
  [499, 0, false],
  [500, 0, true],
  [3_000, 2_500, true],
  [2_999, 2_500, false],
  [12_000, 10_001, false],
  [0, 5_000, false],
])("%i kg against %i is a glut: %s", (declaredKg, demandedKg, expected) => {
  expect(isGlut({ declaredKg, demandedKg })).toBe(expected);
});

describe("the board", () => {
  const weeks = weeksFrom("2026-11-30", 2);

  it("sets what is coming against what is wanted, week by week and commune by commune", () => {
    const declared = [
      cam(),
      cam({ produceName: "cam Sành", quantityKg: 300, commune: { code: "02", name: "Vị Xuyên" } }),
      cam({ quantityKg: 100, fromOn: "2026-12-07", toOn: "2026-12-08" }),
      cam({ quantityKg: 999, fromOn: "2027-03-01", toOn: "2027-03-02" }),
    ];
    const demanded = [cam({ quantityKg: 400, commune: null })];
    expect(boardOf({ declared, demanded }, weeks)).toEqual([
      {
        key: "cam sanh",
        name: "Cam sành",
        weeks: [
          { declaredKg: 1_000, demandedKg: 400, overKg: 600, isGlut: true },
          { declaredKg: 100, demandedKg: 0, overKg: 100, isGlut: false },
        ],
        communes: [
          { code: "01", name: "Bắc Quang", kg: [700, 100] },
          { code: "02", name: "Vị Xuyên", kg: [300, 0] },
        ],
      },
    ]);
  });

  it("puts gluts before larger harvests, and leaves out what is not of these weeks", () => {
    const of = (produceKey: string, quantityKg: number) =>
      cam({ produceKey, produceName: produceKey, quantityKg });
    const declared = [of("big", 9_000), of("glut", 600), of("small", 10)];
    const demanded = [
      { ...of("big", 9_000), commune: null },
      { ...of("late", 5), fromOn: "2027-05-03", toOn: "2027-05-03" },
    ];
    expect(boardOf({ declared, demanded }, weeks).map(({ key }) => key)).toEqual([
      "glut",
      "big",
      "small",
    ]);
  });
});
