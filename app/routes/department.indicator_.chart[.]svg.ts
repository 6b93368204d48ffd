import type { LoaderFunctionArgs } from "@remix-run/node";
import { flatMonthOf, methodUsesOf } from "~/domain/statistics/method-versions";
import { readStandingSeries } from "~/domain/statistics/queries-periods.server";
import { currentMonth } from "~/domain/statistics/queries.server";
import { now } from "~/platform/clock.server";
import { isMonth } from "~/platform/period";
import { drawIndicatorChart, readChartRequest } from "~/ui/statistics/indicator-charts";
import { chartNote } from "~/ui/statistics/source-line";
import { drawingResponse } from "~/web/drawing-response";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

/** A chart of the indicator page, as an image: its styles are its own, which the page's policy would refuse inline. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "indicator.read");
  const query = new URL(args.request.url).searchParams;
  const request = readChartRequest(query);
  const month = query.get("month") ?? "";
  if (!request || !isMonth(month) || month > currentMonth()) throw notFound();
  const series = await readStandingSeries(month);
  const months = series.map((standing) => standing.month);
  const note = chartNote(translatorFor(language), {
    of: request.kind,
    asOf: { kind: "read", at: now() },
    first: months[0]?.month ?? month,
    last: month,
    methods: methodUsesOf(series.map(flatMonthOf)),
  });
  const svg = drawIndicatorChart(months, { ...request, language, note });
  return drawingResponse(svg);
}
