import { describe, expect, it } from "vitest";
import { nearestWord } from "./spelling";

const WORDS = new Map([
  ["mat", 5],
  ["ong", 5],
  ["mang", 2],
  ["tuong", 3],
  ["buckwheat", 1],
  ["x", 9],
]);

describe("nearestWord", () => {
  it.each([
    ["ongg", "ong"],
    ["onng", "ong"],
    ["nog", "ong"],
    ["tuogn", "tuong"],
    ["matt", "mat"],
    ["mst", "mat"],
    ["bukweat", null], // two slips are forgiven in long words only
    ["buckweat", "buckwheat"],
    ["bukcwhet", "buckwheat"],
    ["ab", null],
    ["", null],
    ["zzzz", null],
  ])("%s -> %s", (word, expected) => {
    expect(nearestWord(word, WORDS)).toBe(expected);
  });
});
