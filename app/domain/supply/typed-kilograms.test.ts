import fc from "fast-check";
import { expect, it } from "vitest";
import { formatInteger } from "~/platform/money";
import { parseTypedKilograms } from "./typed-kilograms";

it.each([
  ["1500", 1_500],
  [" 1.500 kg ", 1_500],
  ["1,500", 1_500],
  ["300 cân", 300],
  ["300 CÂN", 300],
  ["300ký", 300],
  ["300 kí", 300],
  ["0", 0],
  ["15 tấn", 15_000],
  ["15 tan", 15_000],
  ["15tấn", 15_000],
  ["1,5 tấn", 1_500],
  ["1.5 Tấn", 1_500],
  ["0,05 tấn", 50],
  ["1,25 tấn", 1_250],
  ["3 tạ", 300],
  ["2,5 tạ", 250],
  ["7 yến", 70],
  ["3 tạ".normalize("NFD"), 300],
])("reads %j as %i kg", (typed, kg) => {
  expect(parseTypedKilograms(typed)).toBe(kg);
});

it.each([
  "",
  "kg",
  "tấn",
  "nhiều",
  "2t", // tạ or tấn
  "1.500 tấn", // as many tonnes, or one and a half
  "1,500 tấn",
  "1.5", // a part of a kilogram, or a slip
  "1,5 kg",
  "0,55 yến", // five and a half
  "tấn rưỡi",
  "1 tấn 2",
  "1 tấn 2 tạ",
  "-3 tạ",
  "1e3 kg",
  "3 tạ mỗi ngày",
  "12345 tấn",
])("leaves %j to be written again", (typed) => {
  expect(parseTypedKilograms(typed)).toBeNull();
});

it("reads what it is shown as, and ten quintals as a tonne", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 9 }), (whole, part) => {
      const kg = whole * 1_000 + part * 100;
      expect(parseTypedKilograms(`${formatInteger(kg, "vi")} kg`)).toBe(kg);
      expect(parseTypedKilograms(`${whole},${part} tấn`)).toBe(kg);
      expect(parseTypedKilograms(`${whole * 10 + part} tạ`)).toBe(kg);
    }),
  );
});
