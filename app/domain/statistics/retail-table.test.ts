import { describe, expect, test } from "vitest";
import { writeXlsx } from "~/domain/exchange/write-xlsx.server";
import { writeCsv } from "~/domain/exchange/write-csv.server";
import { vnd } from "~/platform/money";
import { planRetailTable } from "./plan-retail-table";
import { readRetailTable } from "./read-retail-table.server";
import { templateOf, type RetailRow } from "./retail-table";
import { TEST_RETAIL_WORDS } from "./test-retail-words";
import type { RetailTotal } from "./types";

const HEAD = "Tháng;Loại số;Số tiền;Đơn vị;Mức độ;Ngày công bố;Nguồn";
const GOODS = "Doanh thu bán lẻ hàng hóa";
const ALL = "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng";
const TODAY = "2026-11-22";

async function rowsOf(text: string | Uint8Array): Promise<RetailRow[]> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const read = await readRetailTable(bytes, [TEST_RETAIL_WORDS]);
  if (!read.ok) throw new Error(read.code);
  return read.value.rows;
}

async function planOf(lines: string[], known: RetailTotal[] = []) {
  return planRetailTable(await rowsOf([HEAD, ...lines].join("\r\n")), { known, today: TODAY });
}

/** Each row in a word, and of one in error why. */
const briefly = (plans: Awaited<ReturnType<typeof planOf>>) =>
  plans.map((plan) =>
    plan.outcome === "wrong"
      ? plan.faults.map(({ column, code }) => `${column}: ${code}`).join(", ")
      : plan.outcome,
  );

const line = (
  change: Partial<Record<"month" | "kind" | "amount" | "unit" | "stage" | "day", string>>,
) =>
  [
    change.month ?? "10/2026",
    change.kind ?? GOODS,
    change.amount ?? "4.671,4",
    change.unit ?? "tỷ đồng",
    change.stage ?? "ước tính",
    change.day ?? "06/11/2026",
    "Báo cáo tháng",
  ].join(";");

function total(change: Partial<RetailTotal>): RetailTotal {
  return {
    id: "rtt_1",
    month: "2026-10",
    kind: "goods",
    amountVnd: vnd(4_671_400_000_000),
    stage: "estimate",
    source: "Báo cáo tháng",
    publishedOn: "2026-11-06",
    enteredAt: 1,
    isSample: false,
    ...change,
  };
}

describe("a table of retail totals as a file", () => {
  test("is found below titles, with a mark of its encoding, and passes over what is no row", async () => {
    const rows = await rowsOf(
      [
        "\uFEFFCỤC THỐNG KÊ;;;;;;",
        ";;;;;;",
        HEAD,
        ";;(tỷ);;;;",
        "Ví dụ: 09/2026;x;1;x;x;x;x",
        line({}),
        ";;;;;;",
        line({ month: "tháng 9 năm 2026", kind: ALL.toUpperCase() }),
      ].join("\r\n"),
    );
    expect(
      rows.map(({ lineNumber, cells }) => [lineNumber, cells.month.text, cells.kind.text]),
    ).toEqual([
      [6, "2026-10", "goods"],
      [8, "2026-09", "goods_services"],
    ]);
  });

  test("is read from Excel, whose headings may be merged over two lines", async () => {
    const [head = [], sample = []] = templateOf(TEST_RETAIL_WORDS, "Báo cáo");
    const bytes = await writeXlsx([
      {
        name: "a",
        rows: [
          ["SỐ BÁN LẺ"],
          head.map((word) => (word === "Số tiền" ? "Số\ntiền" : word)),
          ["", "", "(tỷ đồng)"],
          sample,
          ["10/2026", GOODS, "4671,4", "tỷ đồng", "ước tính", "06/11/2026", "Báo cáo"],
        ],
        widths: [20],
      },
    ]);
    const rows = await rowsOf(bytes);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ lineNumber: 5, cells: { amount: { text: "4671,4" } } });
  });

  test("comes back from the template as it went out, without its example", async () => {
    const rows = templateOf(TEST_RETAIL_WORDS, "Báo cáo");
    const read = await readRetailTable(new TextEncoder().encode(writeCsv(rows)), [
      TEST_RETAIL_WORDS,
    ]);
    expect(read).toMatchObject({ ok: false, code: "retail_table_empty" });
  });

  test.each([
    ["Tháng;Loại số\n10/2026;x", "retail_table_no_headings"],
    [`${HEAD}\n`, "retail_table_empty"],
    [`${HEAD}\n${line({ kind: "x".repeat(1_001) })}`, "retail_table_cell_long"],
    ["\u0000", "table_encoding"],
  ])("%j is refused", async (text, code) => {
    const read = await readRetailTable(new TextEncoder().encode(text), [TEST_RETAIL_WORDS]);
    expect(read).toMatchObject({ ok: false, code });
  });

  test("that is no file, or an old workbook, is refused in words", async () => {
    expect(await readRetailTable(null, [])).toMatchObject({ code: "table_file_missing" });
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]);
    expect(await readRetailTable(old, [])).toMatchObject({ code: "table_old_excel" });
    const broken = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2]);
    expect(await readRetailTable(broken, [])).toMatchObject({ code: "table_damaged" });
  });
});

describe("what a table would do", () => {
  test("rows in error are said with their reason and leave the others alone", async () => {
    const plans = await planOf([
      line({}),
      line({ month: "13/2026", stage: "chính thức" }),
      line({ month: "12/2026", day: "06/12/2026" }),
      line({ kind: "Tổng mức bán lẻ hàng hóa" }),
      line({ unit: "" }),
      line({ amount: "chưa có", month: "08/2026" }),
      line({ month: "10/2026", stage: "chính thức", day: "20/10/2026" }),
      line({ day: "31/02/2026" }),
    ]);
    expect(briefly(plans)).toEqual([
      "new",
      "month: month_invalid",
      "month: month_in_future, publishedOn: date_in_future",
      "kind: retail_kind_unknown",
      "unit: retail_unit_missing",
      "amount: retail_amount_format",
      "stage: retail_stage_early",
      "publishedOn: date_invalid",
    ]);
  });

  test("months long ago are taken", async () => {
    expect(briefly(await planOf([line({ month: "01/2015", day: "06/02/2015" })]))).toEqual(["new"]);
  });

  test("what is there already is the same, and a second line of a day is an error", async () => {
    const plans = await planOf(
      [line({}), line({ amount: "4.700,0" }), line({ day: "07/11/2026" })],
      [total({})],
    );
    expect(briefly(plans)).toEqual(["same", "month: retail_row_twice", "new"]);
  });

  test("an older publication is kept and does not come into use", async () => {
    const plans = await planOf([line({ day: "28/10/2026" })], [total({})]);
    expect(plans).toMatchObject([{ outcome: "new", isInUse: false }]);
  });

  test("a slip of ten times is asked about, and the rows around it are not", async () => {
    const plans = await planOf([
      line({ month: "07/2026" }),
      line({ month: "08/2026", amount: "46.714,0" }),
      line({ month: "09/2026", amount: "4.700,0" }),
    ]);
    expect(briefly(plans)).toEqual(["new", "question", "new"]);
    expect(plans[1]).toMatchObject({
      question: { doubt: "far", ratio: { denominator: 4_671_400_000_000 } },
    });
  });

  test("goods and the total of one file are held against each other, in either order", async () => {
    const known = [
      total({ amountVnd: vnd(4_000_000_000_000) }),
      total({ id: "rtt_2", kind: "goods_services", amountVnd: vnd(4_500_000_000_000) }),
    ];
    const higher = [
      line({ amount: "4.600", day: "20/11/2026" }),
      line({ kind: ALL, amount: "5.400", day: "20/11/2026" }),
    ];
    for (const lines of [higher, higher.toReversed()]) {
      expect(briefly(await planOf(lines, known))).toEqual(["new", "new"]);
    }
    const crossed = [
      line({ amount: "5.400", day: "20/11/2026" }),
      line({ kind: ALL, amount: "5.300", day: "20/11/2026" }),
    ];
    expect(briefly(await planOf(crossed, known))).toEqual([
      "amount: retail_goods_above_total",
      "amount: retail_total_below_goods",
    ]);
  });

  test("a table that writes numbers both ways has no guess made of what may be either", async () => {
    const plans = await planOf([
      line({ month: "08/2026", amount: "4.671,4" }),
      line({ month: "09/2026", amount: "4671.4" }),
      line({ amount: "4.671" }),
    ]);
    expect(briefly(plans)).toEqual(["new", "new", "amount: retail_amount_two_ways"]);
  });
});
