import { expect, test } from "vitest";
import { vnd } from "~/platform/money";
import { breakdownTables, isNothingShown, shareOfTotal, type TableCell } from "./breakdown-tables";
import { percentOf } from "./ratio";

function cellOf(code: string, salesVnd: number | null, dimension = "commune" as const): TableCell {
  const isOpen = salesVnd !== null;
  return {
    dimension,
    code,
    salesVnd: isOpen ? vnd(salesVnd) : null,
    orderCount: isOpen ? 5 : null,
    sellerCount: isOpen ? 3 : null,
    disclosure: isOpen ? "open" : "withheld",
  };
}

const NAMES: Record<string, string> = { c1: "Xã Đồng Văn", c2: "Xã Lũng Cú", c3: "Xã Du Già" };
const nameOf = ({ code }: TableCell) => NAMES[code] ?? code;

test("the largest sales come first, below zero too; what is withheld last, as Vietnamese sorts its names", () => {
  const cells = [
    cellOf("c2", null),
    cellOf("c4", -5_000),
    cellOf("c1", null),
    cellOf("c5", 900),
    cellOf("c3", null),
    cellOf("c6", 90_000),
  ];
  for (const order of [cells, cells.toReversed()]) {
    const [table] = breakdownTables({ cells: order, withheldDimensions: [] }, nameOf);
    expect(table?.rows.map(({ name }) => name)).toEqual([
      "c6",
      "c5",
      "c4",
      "Xã Du Già",
      "Xã Đồng Văn",
      "Xã Lũng Cú",
    ]);
  }
});

test("as much sold is sorted by name, numbers as numbers", () => {
  const cells = ["10 sao", "9 sao", "2 sao"].map((code) => cellOf(code, 100));
  const [table] = breakdownTables({ cells, withheldDimensions: [] }, nameOf);
  expect(table?.rows.map(({ name }) => name)).toEqual(["2 sao", "9 sao", "10 sao"]);
});

test("each dimension is a table of its own, also without a row", () => {
  const tables = breakdownTables(
    { cells: [cellOf("c1", 100)], withheldDimensions: ["set"] },
    nameOf,
  );
  expect(
    tables.map((one) => [one.dimension, one.hasOrders, one.rows.length, isNothingShown(one)]),
  ).toEqual([
    ["commune", true, 1, false],
    ["set", false, 0, true],
    ["stars", false, 0, false],
    ["method", true, 0, false],
  ]);
});

test("a table of withheld rows alone shows as little as one that is withheld as a whole", () => {
  const shownOf = (cells: TableCell[]) => {
    const [table] = breakdownTables({ cells, withheldDimensions: [] }, nameOf);
    return table && !isNothingShown(table);
  };
  expect(shownOf([cellOf("c1", null), cellOf("c2", null)])).toBe(false);
  expect(shownOf([cellOf("c1", null), cellOf("c2", 0)])).toBe(true);
});

test("a share is an exact part of the total, and none where there is nothing to take a part of", () => {
  const ratioOf = (part: number | null, whole: number | null) =>
    shareOfTotal(cellOf("c1", part), cellOf("c2", whole));
  const third = ratioOf(1_000_000_000_000_001, 3_000_000_000_000_000);
  expect(third && percentOf(third, 1)).toBe("33.3");
  const half = ratioOf(5, 1_000);
  expect(half && percentOf(half, 1)).toBe("0.5");
  const below = ratioOf(-250, 1_000);
  expect(below && percentOf(below, 1)).toBe("-25.0");
  expect([ratioOf(null, 100), ratioOf(5, null), ratioOf(5, 0), ratioOf(5, -5)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
