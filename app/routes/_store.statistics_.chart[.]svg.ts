import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPublicSeries } from "~/domain/statistics/queries-published.server";
import { drawIndicatorChart, readChartRequest } from "~/ui/statistics/indicator-charts";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";

/** A chart of the public page, as an image: its styles are its own, which the page's policy would refuse inline. */
export async function loader(args: LoaderFunctionArgs) {
  const request = readChartRequest(new URL(args.request.url).searchParams);
  if (!request) throw notFound();
  const months = await readPublicSeries();
  const svg = drawIndicatorChart(months, { ...request, language: languageOf(args, null) });
  return new Response(svg, {
    headers: { "Content-Type": "image/svg+xml; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
