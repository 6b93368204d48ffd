import type { LoaderFunctionArgs } from "@remix-run/node";
import { readStandingSeries } from "~/domain/statistics/queries-periods.server";
import { currentMonth } from "~/domain/statistics/queries.server";
import { isMonth } from "~/platform/period";
import { drawIndicatorChart, readChartRequest } from "~/ui/statistics/indicator-charts";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";

/** A chart of the indicator page, as an image: its styles are its own, which the page's policy would refuse inline. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "indicator.read");
  const query = new URL(args.request.url).searchParams;
  const request = readChartRequest(query);
  const month = query.get("month") ?? "";
  if (!request || !isMonth(month) || month > currentMonth()) throw notFound();
  const months = (await readStandingSeries(month)).map((standing) => standing.month);
  const svg = drawIndicatorChart(months, { ...request, language });
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml; charset=utf-8" } });
}
