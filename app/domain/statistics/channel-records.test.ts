import { describe, expect, test } from "vitest";
import { vnd } from "~/platform/money";
import { channelQuestionAbout } from "./channel-question";
import { channelKeyOf, monthsOf, worstGradeOf, type ChannelSale } from "./channel-records";
import { channelSaleForm } from "./forms";
import { besideOf } from "./measured-and-compiled";
import { measureMonth } from "./indicator";

const RIGHT = {
  formId: `chs_${"0".repeat(32)}`,
  channel: "shopee",
  channelName: "",
  firstMonth: "2026-07",
  lastMonth: "2026-09",
  kind: "goods",
  amount: "12,35",
  method: "floor_report",
  grade: "A",
  source: "Báo cáo quý 3",
  receivedOn: "06/11/2026",
};
const form = channelSaleForm("2026-11-22");

function problemsOf(change: Partial<Record<keyof typeof RIGHT, string | undefined>>) {
  const parsed = form.safeParse({ ...RIGHT, ...change });
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

describe("a figure of another channel as it is typed", () => {
  test("comes out in đồng and in the calendar's own order", () => {
    expect(form.parse(RIGHT)).toMatchObject({
      amount: { vnd: 12_350_000_000, isAmbiguous: false },
      receivedOn: "2026-11-06",
    });
    expect(problemsOf({ channel: "other", channelName: "Sendo" })).toEqual([]);
  });

  test.each([
    [{ channel: "" }, "channel: channel_missing"],
    [{ channel: "other" }, "channelName: channel_name_missing"],
    [{ channel: "other", channelName: "—" }, "channelName: channel_name_missing"],
    [{ channelName: "x".repeat(61) }, "channelName: channel_name_long"],
    [{ firstMonth: "2026-10" }, "lastMonth: channel_span_reversed"],
    [{ firstMonth: "2025-09" }, "lastMonth: channel_span_long"],
    [{ lastMonth: "2026-11" }, "lastMonth: channel_month_not_over"],
    [{ lastMonth: "quý 3" }, "lastMonth: month_invalid"],
    [{ amount: "12.35" }, "amount: retail_amount_format"],
    [{ amount: undefined }, "amount: retail_amount_missing"],
    [{ kind: undefined }, "kind: retail_kind_missing"],
    [{ method: undefined }, "method: channel_method_missing"],
    [{ grade: undefined }, "grade: channel_grade_missing"],
    [{ method: "market_data", grade: "C" }, "grade: channel_grade_too_good"],
    [{ method: "tax_data", grade: "A" }, "grade: channel_grade_too_good"],
    [{ receivedOn: "30/09/2026" }, "receivedOn: received_before_end"],
    [{ receivedOn: "23/11/2026" }, "receivedOn: date_in_future"],
    [{ receivedOn: undefined }, "receivedOn: received_on_missing"],
    [{ source: "" }, "source: retail_source_missing"],
    [{ formId: "chs_1" }, "formId: form_outdated"],
  ])("%j is refused", (change, problem) => {
    expect(problemsOf(change)).toContain(problem);
  });

  test("may be less firm than its way allows", () => {
    expect(problemsOf({ grade: "D" })).toEqual([]);
    expect(problemsOf({ method: "survey", grade: "C" })).toEqual([]);
    expect(problemsOf({ firstMonth: "2025-10" })).toEqual([]);
  });
});

test("a channel is the same however its name is written", () => {
  const sendo = { channel: "other", channelName: "Sàn Sen Đỏ" } as const;
  expect(channelKeyOf(sendo)).toBe(channelKeyOf({ ...sendo, channelName: "SÀN SEN ĐỎ!" }));
  expect(channelKeyOf({ channel: "shopee", channelName: "" })).toBe("shopee");
  expect(monthsOf({ firstMonth: "2025-11", lastMonth: "2026-02" })).toEqual([
    "2025-11",
    "2025-12",
    "2026-01",
    "2026-02",
  ]);
});

describe("the question about a figure", () => {
  const quarter = { firstMonth: "2026-07", lastMonth: "2026-09" };
  const ask = (billions: number, change: object = {}, known: object = {}) =>
    channelQuestionAbout(
      {
        channel: "shopee",
        channelName: "",
        kind: "goods",
        firstMonth: "2026-10",
        lastMonth: "2026-10",
        amountVnd: vnd(billions * 1_000_000_000),
        isAmbiguous: false,
        ...change,
      },
      { ofChannel: [{ ...quarter, amountVnd: vnd(30_000_000_000) }], retailVnd: null, ...known },
    );

  test("is put by the month: a third of a quarter is no slip", () => {
    expect(ask(10)).toBeNull();
    expect(ask(30)).toBeNull();
    expect(ask(31)).toMatchObject({ doubt: "far", nearest: quarter });
    expect(ask(3)).toMatchObject({ doubt: "far" });
    expect(ask(4)).toBeNull();
    expect(ask(100)?.ratio).toEqual({ numerator: 300_000_000, denominator: 30_000_000 });
  });

  test("is put about more than a fifth of all retail, and what may be read in two ways", () => {
    const retailVnd = vnd(100_000_000_000);
    expect(ask(21, {}, { retailVnd })).toMatchObject({ doubt: "large" });
    expect(ask(20, {}, { retailVnd })).toBeNull();
    expect(ask(1, { isAmbiguous: true }, { ofChannel: [] })).toMatchObject({ doubt: "unsure" });
    expect(ask(1, { isAmbiguous: true }, { ofChannel: [], retailVnd })).toBeNull();
  });
});

describe("measured and compiled", () => {
  const month = measureMonth({
    month: "2026-09",
    sales: [
      { channel: "web", method: "transfer", ocopSet: 4, itemsVnd: 1_000_000, returnedVnd: 0 },
    ],
    orders: [],
    activeSellerCount: 3,
    retailTotals: {
      goods: {
        id: "rtt_1",
        month: "2026-09",
        kind: "goods",
        amountVnd: vnd(100_000_000),
        stage: "final",
        source: "x",
        publishedOn: "2026-10-06",
        enteredAt: 1,
        isSample: false,
      },
      goods_services: null,
    },
  });
  const sale = (change: Partial<ChannelSale>): ChannelSale => ({
    id: "chs_1",
    recordId: "chs_1",
    vintage: 1,
    channel: "shopee",
    channelName: "",
    firstMonth: "2026-09",
    lastMonth: "2026-09",
    kind: "goods",
    amountVnd: vnd(5_000_000),
    method: "floor_report",
    grade: "A",
    source: "x",
    receivedOn: "2026-10-06",
    file: null,
    withdrawnReason: null,
    enteredBy: "x",
    enteredAt: 1,
    isSample: false,
    ...change,
  });

  test("stand apart over the same denominator; the sum is as good as its worst part", () => {
    const sales = [sale({}), sale({ channel: "lazada", amountVnd: vnd(2_000_000), grade: "C" })];
    expect(besideOf("goods", month, sales)).toEqual({
      kind: "goods",
      measured: { amountVnd: 1_000_000, share: { numerator: 1_000_000, denominator: 100_000_000 } },
      compiled: { amountVnd: 7_000_000, share: { numerator: 7_000_000, denominator: 100_000_000 } },
      sum: { amountVnd: 8_000_000, share: { numerator: 8_000_000, denominator: 100_000_000 } },
      worstGrade: "C",
    });
    expect(worstGradeOf([])).toBeNull();
  });

  test("a quarter is in no sum of a month, nor another kind", () => {
    const quarter = sale({ firstMonth: "2026-07" });
    expect(besideOf("goods", month, [quarter])).toMatchObject({ compiled: null, sum: null });
    expect(besideOf("goods_services", month, [sale({ kind: "goods_services" })])).toMatchObject({
      compiled: { amountVnd: 5_000_000, share: null },
      sum: { share: null },
    });
    expect(besideOf("goods_services", month, [sale({})])).toMatchObject({ compiled: null });
  });
});
