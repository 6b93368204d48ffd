import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { vnd } from "~/platform/money";
import { breakdownCsv } from "./breakdown-csv.server";
import type { PublicCell } from "./disclosed-month";
import type { PublishedBreakdown } from "./types-periods";

const open = { disclosure: "open" } as const;
const withheld = {
  salesVnd: null,
  orderCount: null,
  sellerCount: null,
  disclosure: "withheld",
} as const;
const BREAKDOWN: PublishedBreakdown = {
  month: "2026-10",
  edition: 2,
  closedAt: 0,
  publishedAt: 0,
  methodVersion: 5,
  hash: "ab12",
  total: {
    dimension: "total",
    code: "all",
    salesVnd: vnd(900_000),
    orderCount: 12,
    sellerCount: 7,
    ...open,
  },
  cells: [
    {
      dimension: "commune",
      code: "00715",
      salesVnd: vnd(-5_000),
      orderCount: 3,
      sellerCount: 4,
      ...open,
    },
    { dimension: "commune", code: "00721", ...withheld },
    {
      dimension: "set",
      code: "4",
      salesVnd: vnd(905_000),
      orderCount: null,
      sellerCount: 6,
      ...open,
    },
  ],
  withheldDimensions: ["method"],
};

const readCsv = (text: string): string[][] => parse(text, { bom: true });
const nameOf = ({ dimension, code }: PublicCell) => `${dimension} ${code}`;

test("one row a cell by codes that no language changes, with the edition that it can be checked against", () => {
  const [head, ...rows] = readCsv(breakdownCsv(BREAKDOWN, nameOf));
  expect(head).toEqual(
    "dimension code name month sales_vnd orders sellers disclosure edition method_version hash".split(
      " ",
    ),
  );
  const proof = ["2", "5", "ab12"];
  expect(rows).toEqual([
    ["total", "all", "total all", "2026-10", "900000", "12", "7", "open", ...proof],
    ["commune", "00715", "commune 00715", "2026-10", "-5000", "3", "4", "open", ...proof],
    ["commune", "00721", "commune 00721", "2026-10", "", "", "", "withheld", ...proof],
    ["set", "4", "set 4", "2026-10", "905000", "", "6", "open", ...proof],
    ["method", "all", "method all", "2026-10", "", "", "", "withheld", ...proof],
  ]);
});

test("opens in a spreadsheet as text: the UTF-8 mark first, nothing that runs as a formula", () => {
  const csv = breakdownCsv(BREAKDOWN, () => '=HYPERLINK("x", "y")');
  expect(csv.startsWith("\uFEFFdimension,code,name,month,")).toBe(true);
  expect(csv.trimEnd().split("\r\n")).toHaveLength(6);
  for (const row of readCsv(csv).slice(1)) expect(row[2]).toBe('\'=HYPERLINK("x", "y")');
});
