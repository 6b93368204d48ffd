import { describe, expect, it } from "vitest";
import { newId } from "../../../app/platform/ids";
import { createRandom, createWeightedPick, sampleId } from "./random";

describe("the sample's random numbers", () => {
  it("are the same for the same seed and others for another", () => {
    const draw = (seed: string) => {
      const random = createRandom(seed);
      return Array.from({ length: 50 }, () => random.bits());
    };
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
    expect(new Set(draw("a")).size).toBe(50);
  });

  it("reach both ends of a range and nothing beyond", () => {
    const random = createRandom("range");
    const seen = new Set(Array.from({ length: 1_000 }, () => random.whole(3, 6)));
    expect([...seen].toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6]);
    expect(random.whole(7, 7)).toBe(7);
  });

  it("keep to the probability and to the weights", () => {
    const random = createRandom("weights");
    const hits = Array.from({ length: 10_000 }, () => random.chance(0.3)).filter(Boolean).length;
    expect(hits / 10_000).toBeCloseTo(0.3, 1);
    const pick = createWeightedPick(["never", "one", "three"], [0, 1, 3]);
    const drawn = Array.from({ length: 10_000 }, () => pick(random));
    expect(drawn).not.toContain("never");
    expect(drawn.filter((item) => item === "three").length / 10_000).toBeCloseTo(0.75, 1);
    expect(() => random.pick([])).toThrow();
  });
});

describe("a sample id", () => {
  it("has the shape of the program's ids and sorts by its moment", () => {
    const random = createRandom("ids");
    const shape = /^ord_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/;
    expect(newId("ord")).toMatch(shape);
    const early = sampleId(random, "ord", Date.UTC(2025, 0, 1));
    const late = sampleId(random, "ord", Date.UTC(2026, 0, 1));
    expect(early).toMatch(shape);
    expect(early < late && late < newId("ord")).toBe(true);
    const ids = Array.from({ length: 1_000 }, () => sampleId(random, "ord", 1));
    expect(new Set(ids).size).toBe(1_000);
  });
});
