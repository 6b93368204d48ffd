import { describe, expect, test } from "vitest";
import { writeXlsx } from "~/domain/exchange/write-xlsx.server";
import { officeForm } from "./forms";
import { guessColumns, rowsOfOffice, type OfficeTable } from "./office-table";
import { planRetailTable } from "./plan-retail-table";
import { readRetailTable } from "./read-retail-table.server";
import { TEST_RETAIL_WORDS } from "./test-retail-words";

/** As provincial offices print it: a title, headings over two lines, figures with a comma. */
const LINES = [
  ["TỔNG MỨC BÁN LẺ HÀNG HÓA VÀ DOANH THU DỊCH VỤ TIÊU DÙNG", "", "", "", ""],
  ["", "", "", "Đơn vị tính: Tỷ đồng", ""],
  ["", "Thực hiện", "Ước tính", "Lũy kế", "So với cùng kỳ (%)"],
  ["", "tháng 9\nnăm 2026", "tháng 10 năm 2026", "10 tháng", ""],
  ["TỔNG SỐ", "4.736,0", "4.771,4", "46.100,5", "112,3"],
  ["Doanh thu bán lẻ hàng hóa", "3.400,2", "3.415,7", "33.000,1", "111,0"],
  ["Dịch vụ lưu trú, ăn uống", "900,1", "905,0", "9.000,0", "115,2"],
];

async function officeOf(lines: string[][]): Promise<OfficeTable> {
  const bytes = await writeXlsx([{ name: "a", rows: lines, widths: [40] }]);
  const read = await readRetailTable(bytes, [TEST_RETAIL_WORDS]);
  if (!read.ok) throw new Error(read.code);
  if (!read.value.office) throw new Error("no table of the office");
  return read.value.office;
}

describe("the statistics office's own table", () => {
  test("is read with its headings, whatever stands above them", async () => {
    const office = await officeOf(LINES);
    expect(office.headings[1]).toBe("Thực hiện · tháng 9 năm 2026");
    expect(office.headings[2]).toBe("Ước tính · tháng 10 năm 2026");
    expect(office.lines.map(({ lineNumber, name }) => [lineNumber, name])).toEqual([
      [5, "TỔNG SỐ"],
      [6, "Doanh thu bán lẻ hàng hóa"],
      [7, "Dịch vụ lưu trú, ăn uống"],
    ]);
  });

  test("has its columns and lines guessed by their names, and nothing where no name tells", async () => {
    expect(guessColumns(await officeOf(LINES))).toEqual({
      actual: 1,
      estimate: 2,
      goods: 1,
      goods_services: 0,
    });
    const bare = await officeOf([["Bán lẻ", "1,5", "2,5"]]);
    expect(guessColumns(bare)).toMatchObject({ actual: null, estimate: null, goods: 0 });
  });

  test("gives a row for each chosen column and line, by the rules of the others", async () => {
    const office = await officeOf(LINES);
    const facts = {
      month: "2026-10",
      unit: "billion",
      publishedOn: "2026-11-06",
      source: "Báo cáo tháng 10",
    } as const;
    const rows = rowsOfOffice(office, guessColumns(office), facts);
    const plans = planRetailTable(rows, { known: [], today: "2026-11-22" });
    expect(
      plans.map((plan) =>
        plan.outcome === "wrong"
          ? plan.faults
          : [
              plan.lineNumber,
              plan.entry.month,
              plan.entry.stage,
              plan.entry.kind,
              plan.entry.amountVnd,
            ],
      ),
    ).toEqual([
      [6, "2026-09", "preliminary", "goods", 3_400_200_000_000],
      [5, "2026-09", "preliminary", "goods_services", 4_736_000_000_000],
      [6, "2026-10", "estimate", "goods", 3_415_700_000_000],
      [5, "2026-10", "estimate", "goods_services", 4_771_400_000_000],
    ]);
    const one = rowsOfOffice(
      office,
      { actual: null, estimate: 4, goods: 2, goods_services: null },
      facts,
    );
    expect(one).toMatchObject([{ lineNumber: 7, cells: { amount: { text: "115,2" } } }]);
  });

  test("that says nothing of retail is none", async () => {
    const bytes = await writeXlsx([{ name: "a", rows: [["Sản lượng lúa", "12"]], widths: [9] }]);
    expect(await readRetailTable(bytes, [TEST_RETAIL_WORDS])).toMatchObject({
      code: "retail_table_no_headings",
    });
  });
});

describe("what an officer says of its columns", () => {
  const RIGHT = {
    month: "10/2026",
    actual: "1",
    estimate: "2",
    goods: "1",
    goodsServices: "0",
    unit: "billion",
    publishedOn: "06/11/2026",
    source: "Báo cáo tháng 10",
  };
  const form = officeForm("2026-11-22");
  const problemsOf = (change: object) => {
    const parsed = form.safeParse({ ...RIGHT, ...change });
    return parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  };

  test("comes out as places", () => {
    expect(form.parse({ ...RIGHT, actual: undefined })).toMatchObject({
      month: "2026-10",
      actual: null,
      estimate: 2,
      goodsServices: 0,
    });
  });

  test.each([
    [{ month: undefined }, "month: month_missing"],
    [{ month: "13/2026" }, "month: month_invalid"],
    [{ month: "12/2026" }, "month: month_in_future"],
    [{ actual: "", estimate: "" }, "estimate: office_column_missing"],
    [{ goods: "", goodsServices: "" }, "goods: office_line_missing"],
    [{ actual: "2" }, "actual: office_column_twice"],
    [{ goods: "0" }, "goodsServices: office_line_twice"],
    [{ goods: "x" }, "goods: office_place_unknown"],
    [{ unit: undefined }, "unit: retail_unit_missing"],
    [{ publishedOn: "" }, "publishedOn: date_invalid"],
    [{ source: "" }, "source: retail_source_missing"],
  ])("%j is refused", (change, problem) => {
    expect(problemsOf(change)).toContain(problem);
  });
});
