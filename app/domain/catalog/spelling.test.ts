import { describe, expect, it } from "vitest";
import { hasOneSlip } from "./spelling";

describe("hasOneSlip", () => {
  it.each([
    ["ong", "ongg", true],
    ["ong", "onng", true],
    ["ong", "nog", true], // swapped
    ["tuong", "tuogn", true],
    ["mat", "mst", true],
    ["mat", "ma", true],
    ["mat", "at", true],
    ["mat", "mat", false],
    ["mat", "tam", false],
    ["buckwheat", "bukwhat", false],
    ["abcd", "badc", false], // two swaps
    ["abc", "bcd", false],
    ["", "a", true],
    ["", "ab", false],
    ["a", "b", true],
  ])("%s, %s: %s", (a, b, expected) => {
    expect(hasOneSlip(a, b)).toBe(expected);
    expect(hasOneSlip(b, a)).toBe(expected);
  });
});
