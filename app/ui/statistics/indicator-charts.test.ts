import { describe, expect, test } from "vitest";
import { measureMonth } from "~/domain/statistics/indicator";
import type { IndicatorMonth, RetailTotal } from "~/domain/statistics/types";
import { vnd } from "~/platform/money";
import { monthsUntil } from "~/platform/period";
import { CHART_KINDS, drawIndicatorChart, readChartRequest } from "./indicator-charts";

const total: RetailTotal = {
  id: "rtt_1",
  month: "2026-10",
  kind: "goods",
  amountVnd: vnd(4_000_000_000_000),
  stage: "final",
  source: "Báo cáo",
  publishedOn: "2026-11-28",
  enteredAt: 0,
  isSample: false,
};

function monthsWith(retailTotal: (index: number) => RetailTotal | null): IndicatorMonth[] {
  return monthsUntil("2026-10", 13).map((month, i) =>
    measureMonth({
      month,
      sales: [
        {
          channel: "web",
          method: "cod",
          ocopSet: 4,
          itemsVnd: 40_000_000 + i * 3_000_000,
          returnedVnd: 0,
        },
        { channel: "web", method: "cod", ocopSet: 26, itemsVnd: 2_000_000, returnedVnd: 0 },
      ],
      orders: [],
      activeSellerCount: 5,
      retailTotals: { goods: retailTotal(i), goods_services: retailTotal(i) },
    }),
  );
}

const circles = (svg: string) => (svg.match(/<path[^>]* transform="matrix\([^"]*"/g) ?? []).length;

describe("a chart", () => {
  test.each(CHART_KINDS)("of %s is well-formed, still and without script", (kind) => {
    for (const size of ["wide", "narrow"] as const) {
      const svg = drawIndicatorChart(
        monthsWith(() => total),
        { kind, size, language: "vi", note: [] },
      );
      // Every attribute's quotes close: an image that is not well-formed is not shown at all.
      const withoutStyle = svg.replaceAll(/<style[^]*?<\/style>/g, "");
      expect(withoutStyle.replaceAll(/<\/?[a-z]+(\s+[\w:-]+="[^"<>]*")*\s*\/?>/gi, "")).not.toMatch(
        /[<>]/,
      );
      expect(svg).not.toMatch(/<script|<animate|@keyframes|on[a-z]+="/i);
      expect(svg).toContain("prefers-color-scheme:dark");
    }
  });

  test("has a gap, not a zero, where a month has no denominator", () => {
    const request = { kind: "share", size: "wide", language: "vi", note: [] } as const;
    const whole = circles(
      drawIndicatorChart(
        monthsWith(() => total),
        request,
      ),
    );
    const gaps = monthsWith((i) => (i === 5 || i === 12 ? null : total));
    expect(whole).toBeGreaterThan(0);
    expect(circles(drawIndicatorChart(gaps, request))).toBe((whole / 13) * 11);
  });

  test("draws nothing of what is withheld", () => {
    const months = monthsWith(() => total);
    const withheld = months.map((month) => ({ ...month, withheld: ["sales_goods"] as const }));
    const draw = (of: readonly IndicatorMonth[]) =>
      drawIndicatorChart(of, { kind: "sales", size: "narrow", language: "vi", note: [] });
    const bars = (svg: string) => (svg.match(/fill="var\(--indigo\)"/g) ?? []).length;
    expect([bars(draw(months)), bars(draw(withheld))]).toEqual([13, 0]);
  });

  test("writes numbers as its reader does", () => {
    const months = monthsWith(() => total);
    const draw = (language: "vi" | "en") =>
      drawIndicatorChart(months, { kind: "share", size: "wide", language, note: [] });
    expect(draw("vi")).toMatch(/>0,00\d+</);
    expect(draw("en")).toMatch(/>0\.00\d+</);
  });

  test("is drawn for known kinds and sizes only", () => {
    const read = (query: string) => readChartRequest(new URLSearchParams(query));
    expect(read("kind=sales&size=wide")).toEqual({ kind: "sales", size: "wide" });
    expect(read("kind=pie&size=wide")).toBeNull();
    expect(read("kind=sales&size=9999")).toBeNull();
    expect(read("")).toBeNull();
  });
});
