import { describe, expect, test } from "vitest";
import type { Cell } from "~/domain/exchange/table-columns";
import { decimalStyleOf, readAmountCell, type DecimalStyle } from "./read-amount-cell";
import type { RetailUnit } from "./retail-table";

const texts = (...all: string[]): Cell[] => all.map((text) => ({ text }));

function read(cell: Cell | string, unit: RetailUnit = "billion", style: DecimalStyle = "comma") {
  const found = readAmountCell(typeof cell === "string" ? { text: cell } : cell, unit, style);
  return found.ok ? found.value.vnd : found.code;
}

describe("how a file writes its decimals", () => {
  test.each([
    [["5772,9"], "comma"],
    [["1.234,5"], "comma"],
    [["1.234.567"], "comma"],
    [["1,234.5"], "point"],
    [["5772.9"], "point"],
    [["4.671", "4,671", "12"], "unsaid"],
    [["", "khoảng 5"], "unsaid"],
    [["1.234,5", "5772.9"], "mixed"],
  ] as const)("%j: %s", (all, style) => {
    expect(decimalStyleOf(texts(...all))).toBe(style);
  });

  test("numbers of a spreadsheet say nothing of it", () => {
    expect(decimalStyleOf([{ text: "5772.9", kind: "fraction" }])).toBe("unsaid");
  });
});

describe("an amount of a table", () => {
  test.each([
    ["4.671,4", 4_671_400_000_000],
    ["5772,9", 5_772_900_000_000],
    ["1,234.5", 1_234_500_000_000],
    ["5772.9", 5_772_900_000_000],
    ["4 671,4", 4_671_400_000_000],
    ["4\u00a0671", 4_671_000_000_000],
    ["0,5", 500_000_000],
    [" 12 ", 12_000_000_000],
  ])("%j tỷ is %i đồng", (text, amount) => {
    expect(read(text)).toBe(amount);
  });

  test("is what its unit says", () => {
    expect(read("4.671.400", "million")).toBe(4_671_400_000_000);
    expect(read("4.671.400.000.000", "dong")).toBe(4_671_400_000_000);
    expect(read("4671400000001", "dong")).toBe(4_671_400_000_001);
    expect(read("1,5", "dong")).toBe("retail_amount_part_of_dong");
    expect(read("4.671.400.000.000", "billion")).toBe("retail_amount_too_large");
  });

  test("that may be thousands or thousandths follows the rest of the file", () => {
    expect(read("4.671", "billion", "comma")).toBe(4_671_000_000_000);
    expect(read("4.671", "billion", "point")).toBe(4_671_000_000);
    expect(read("4,671", "billion", "point")).toBe(4_671_000_000_000);
    expect(read("4.671", "billion", "mixed")).toBe("retail_amount_two_ways");
    expect(readAmountCell({ text: "4.671" }, "billion", "unsaid")).toEqual({
      ok: true,
      value: { vnd: 4_671_000_000_000, isAmbiguous: true },
    });
    expect(readAmountCell({ text: "4.671" }, "billion", "comma")).toMatchObject({
      value: { isAmbiguous: false },
    });
  });

  test("that is a number of a spreadsheet is taken without the dust of its binary", () => {
    expect(read({ text: String(0.1 + 0.2), kind: "fraction" })).toBe(300_000_000);
    expect(read({ text: "4671.4", kind: "fraction" })).toBe(4_671_400_000_000);
    expect(read({ text: "4671", kind: "number" }, "billion", "mixed")).toBe(4_671_000_000_000);
    expect(read({ text: "1e+30", kind: "number" })).toBe("retail_amount_format");
  });

  test.each([
    [{ text: "" }, "retail_amount_missing"],
    [{ text: "chưa có" }, "retail_amount_format"],
    [{ text: "1.23.4" }, "retail_amount_format"],
    [{ text: "1,234,5" }, "retail_amount_format"],
    [{ text: "-5" }, "retail_amount_not_positive"],
    [{ text: "-5", kind: "number" }, "retail_amount_not_positive"],
    [{ text: "0" }, "retail_amount_not_positive"],
    [{ text: "#REF!", kind: "fault" }, "table_formula_fault"],
    [{ text: "04/06/2026", kind: "date" }, "table_date_cell"],
    [{ text: "1000000" }, "retail_amount_too_large"],
  ] as const)("%j: %s", (cell, code) => {
    expect(read(cell)).toBe(code);
  });
});
