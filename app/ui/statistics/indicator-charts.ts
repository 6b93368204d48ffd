import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from "echarts/charts";
import {
  GraphicComponent,
  GridComponent,
  type GraphicComponentOption,
  type GridComponentOption,
} from "echarts/components";
import { init, use as register, type ComposeOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { figureDigits, figureOf } from "~/domain/statistics/figures";
import { SHARE_DECIMALS } from "~/domain/statistics/indicator";
import type { RetailKind } from "~/domain/statistics/retail-stages";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { numberMarks, type Language } from "~/platform/language";

register([BarChart, LineChart, GraphicComponent, GridComponent, SVGRenderer]);

export const CHART_KINDS = ["sales", "share"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** Pixels of the drawing; the narrow one keeps its letters legible on a phone. */
const CHART_SIZES = {
  wide: { width: 560, height: 352 },
  narrow: { width: 340, height: 312 },
} as const;
export type ChartSize = keyof typeof CHART_SIZES;

type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | GraphicComponentOption
>;
export type ChartRequest = {
  kind: ChartKind;
  size: ChartSize;
  language: Language;
  /** Lines under the drawing: source, coverage, date and method go with it wherever it is copied. */
  note: readonly string[];
};

/** Which chart an address asks for; null for one that we do not draw. */
export function readChartRequest(
  query: URLSearchParams,
): Pick<ChartRequest, "kind" | "size"> | null {
  const kind = CHART_KINDS.find((one) => one === query.get("kind"));
  const size = (["wide", "narrow"] as const).find((one) => one === query.get("size"));
  return kind && size ? { kind, size } : null;
}

// An image does not see the page's variables, so the palette of styles.css is repeated here.
const PALETTE = `<style>
svg{--ink:#1e2a24;--soft:#59635c;--line:#e4dccb;--indigo:#27335e;--light:#b9c1de}
@media (prefers-color-scheme:dark){svg{--ink:#ece7da;--soft:#aab3ab;--line:#39423c;--indigo:#b3bfeb;--light:#5a678f}}
@media print{svg{--ink:#000;--soft:#333;--line:#bbb;--indigo:#27335e;--light:#b9c1de}}
</style>`;
// Without quotes: echarts writes it into an attribute as it is.
const FONT = "system-ui,Roboto,sans-serif";

/** A chart of the indicator as a whole SVG document, the months oldest first. No script, no motion. */
export function drawIndicatorChart(
  months: readonly IndicatorMonth[],
  { kind, size, language, note }: ChartRequest,
): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...CHART_SIZES[size] });
  try {
    const frame = frameOf(months, { size, language });
    chart.setOption<ChartOption>({
      ...frame,
      graphic: noteOf(note, CHART_SIZES[size].height),
      series: kind === "sales" ? salesSeries(months, { size, language }) : shareSeries(months),
    });
    return chart.renderToSVGString().replace(">", `>${PALETTE}`);
  } finally {
    chart.dispose();
  }
}

/** @param height of the drawing, at whose foot the lines stand */
function noteOf(note: readonly string[], height: number): GraphicComponentOption[] {
  return note.map((text, index) => ({
    type: "text",
    x: 6,
    y: height - 16 * (note.length - index) - 2,
    silent: true,
    style: { text, fill: "var(--soft)", fontSize: 12, fontFamily: FONT },
  }));
}

/** Every which month is named under the axis. */
const LABEL_STEPS: Record<ChartSize, number> = { wide: 2, narrow: 4 };

type Look = { size: ChartSize; language: Language };

function frameOf(months: readonly IndicatorMonth[], { size, language }: Look): ChartOption {
  const text = { color: "var(--soft)", fontSize: 13, fontFamily: FONT };
  const lastIndex = months.length - 1;
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    // Room for `0,0021` and `120.000`: without a browser echarts cannot measure letters.
    grid: { outerBoundsMode: "none", left: 64, right: 16, top: 22, bottom: 82 },
    xAxis: {
      type: "category",
      data: months.map(({ month }) => `${month.slice(5)}/${month.slice(2, 4)}`),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: "var(--soft)" } },
      // Thirteen labels do not fit a line: the last month, and back from it at even steps.
      axisLabel: {
        ...text,
        interval: (index: number) => (lastIndex - index) % LABEL_STEPS[size] === 0,
      },
    },
    yAxis: {
      type: "value",
      splitNumber: size === "wide" ? 5 : 4,
      axisLabel: { ...text, formatter: (value: number) => decimalText(value, language) },
      splitLine: { lineStyle: { color: "var(--line)" } },
    },
  };
}

function salesSeries(
  months: readonly IndicatorMonth[],
  { size, language }: Look,
): BarSeriesOption[] {
  const millions = (amountVnd: number) => amountVnd / 1_000_000;
  const valueOf = (code: "sales_goods" | "services", month: IndicatorMonth) => {
    const { value } = figureOf(code, month);
    return typeof value === "number" ? millions(value) : "-";
  };
  const bar: BarSeriesOption = { type: "bar", stack: "sales", barCategoryGap: "35%", silent: true };
  return [
    {
      ...bar,
      data: months.map((month) => valueOf("sales_goods", month)),
      itemStyle: { color: "var(--indigo)" },
    },
    {
      ...bar,
      data: months.map((month) => valueOf("services", month)),
      itemStyle: { color: "var(--light)", borderColor: "var(--indigo)", borderWidth: 1 },
      label: {
        show: size === "wide",
        position: "top",
        color: "var(--ink)",
        fontSize: 12,
        fontFamily: FONT,
        formatter: ({ dataIndex }) => {
          const total = millions(months[dataIndex]?.salesVnd.goods_services ?? 0);
          return total === 0 ? "" : decimalText(roundForLabel(total), language);
        },
      },
    },
  ];
}

function shareSeries(months: readonly IndicatorMonth[]): LineSeriesOption[] {
  const line = (kind: RetailKind, look: LineSeriesOption): LineSeriesOption => ({
    type: "line",
    silent: true,
    symbolSize: 8,
    // A month without a denominator is a gap, not a zero.
    connectNulls: false,
    data: months.map((month) => {
      const share = figureOf(`share_${kind}`, month);
      return share.value === null ? "-" : Number(figureDigits(share));
    }),
    ...look,
  });
  const color = "var(--indigo)";
  return [
    line("goods", { symbol: "circle", itemStyle: { color }, lineStyle: { color, width: 2 } }),
    line("goods_services", {
      symbol: "emptyDiamond",
      symbolSize: 9,
      itemStyle: { color },
      lineStyle: { color, width: 2, type: "dashed" },
    }),
  ];
}

/** Three figures are enough above a bar; the table has them all. */
function roundForLabel(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}

/** Up to four decimals of a number for the eye: `1.200`, `0,015`. */
function decimalText(value: number, language: Language): string {
  const [whole = "0", decimals = ""] = value.toFixed(SHARE_DECIMALS).split(".");
  const { group, point } = numberMarks(language);
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  const shown = decimals.replace(/0+$/, "");
  return shown === "" ? grouped : `${grouped}${point}${shown}`;
}
