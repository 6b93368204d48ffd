import { expect, test } from "vitest";
import { vnd } from "~/platform/money";
import { FIGURE_CODES } from "./figure-codes";
import { figureOf, formatFigure } from "./figures";
import { indicatorCsv } from "./indicator-csv.server";
import { measureMonth } from "./indicator";
import type { IndicatorMonth, RetailTotal } from "./types";
import type { StandingMonth } from "./types-periods";

const AS_OF = Date.UTC(2026, 10, 22, 17, 30); // 00:30 of the next day in Vietnam

function monthOf(source: string): IndicatorMonth {
  const goods: RetailTotal = {
    id: "rtt_1",
    month: "2026-10",
    kind: "goods",
    amountVnd: vnd(4_671_400_000_000),
    stage: "preliminary",
    source,
    publishedOn: "2026-11-06",
    enteredAt: 0,
    isSample: true,
  };
  return measureMonth({
    month: "2026-10",
    sales: [
      { channel: "web", method: "vietqr", ocopSet: 4, itemsVnd: 59_205_000, returnedVnd: 0 },
      { channel: "web", method: "cod", ocopSet: 26, itemsVnd: 1_200_000, returnedVnd: 0 },
    ],
    orders: [{ channel: "web", method: "cod", orderCount: 1_234, shippingVnd: 6_674_000 }],
    activeSellerCount: 17,
    retailTotals: { goods, goods_services: null },
  });
}

const standing = (month: IndicatorMonth): StandingMonth => ({
  month,
  methodVersion: 7,
  edition: { number: 2, hash: "ab12" },
});

function readCsv(text: string): Record<string, string>[] {
  const lines = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
  const cells = lines.map((line) =>
    Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), (match) =>
      (match[1] ?? match[2] ?? "").replaceAll('""', '"'),
    ),
  );
  const [head = [], ...rows] = cells;
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""])));
}

test("says of every figure the same as the page", () => {
  const month = monthOf("Báo cáo tháng 10");
  const rows = readCsv(
    indicatorCsv([standing(month)], { asOf: AS_OF, nameOf: (code) => `tên ${code}` }),
  );
  expect(rows.map((row) => row["code"])).toEqual([...FIGURE_CODES]);
  for (const code of FIGURE_CODES) {
    const row = rows.find((one) => one["code"] === code);
    const shown = formatFigure(figureOf(code, month), "en");
    const digits = shown?.replaceAll(/[,%đ\u00a0]/g, "") ?? "";
    const scale = code.startsWith("retail_") && digits !== "" ? 1_000_000_000 : 1;
    expect(digits === "" ? "" : String(Number(digits) * scale)).toBe(
      row?.["value"] === "" ? "" : String(Number(row?.["value"])),
    );
    expect(row).toMatchObject({
      name: `tên ${code}`,
      month: "2026-10",
      method_version: "7",
      edition: "2",
      edition_hash: "ab12",
      as_of: "2026-11-23T00:30+07:00",
    });
  }
});

test("a share names its denominator and can be recomputed from the row", () => {
  const rows = readCsv(
    indicatorCsv([standing(monthOf("Báo cáo, «tháng 10»"))], { asOf: AS_OF, nameOf: String }),
  );
  expect(rows.find((row) => row["code"] === "share_goods")).toMatchObject({
    value: "0.0013",
    unit: "percent",
    numerator: "59205000",
    denominator: "4671400000000",
    denominator_kind: "goods",
    stage: "preliminary",
    source: "Báo cáo, «tháng 10»",
    is_sample: "true",
  });
  expect(rows.find((row) => row["code"] === "share_goods_services")).toMatchObject({
    value: "",
    numerator: "",
    denominator: "",
    denominator_kind: "goods_services",
    stage: "",
  });
});

test("opens in a spreadsheet as text: the UTF-8 mark first, nothing that runs as a formula", () => {
  for (const source of ["=1+1", "+84", "-2", "@cmd", '=HYPERLINK("x")']) {
    const csv = indicatorCsv([standing(monthOf(source))], { asOf: AS_OF, nameOf: String });
    expect(csv.startsWith("\uFEFFcode,name,month,value,")).toBe(true);
    expect(readCsv(csv).map((row) => row["source"])).toContain(`'${source}`);
    expect(csv).not.toMatch(/(^|,|")[=+@-]/m);
  }
});
