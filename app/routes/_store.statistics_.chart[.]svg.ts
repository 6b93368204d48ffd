import type { LoaderFunctionArgs } from "@remix-run/node";
import { flatMonthOf, methodUsesOf } from "~/domain/statistics/method-versions";
import { readPublishedMonths } from "~/domain/statistics/queries-published.server";
import { drawIndicatorChart, readChartRequest } from "~/ui/statistics/indicator-charts";
import { chartNote } from "~/ui/statistics/source-line";
import { drawingResponse } from "~/web/drawing-response";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

/** A chart of the public page, as an image: its styles are its own, which the page's policy would refuse inline. */
export async function loader(args: LoaderFunctionArgs) {
  const request = readChartRequest(new URL(args.request.url).searchParams);
  if (!request) throw notFound();
  const published = await readPublishedMonths();
  const months = published.map(({ month }) => month);
  const language = languageOf(args, null);
  const note = chartNote(translatorFor(language), {
    of: request.kind,
    asOf: { kind: "published", at: Math.max(...published.map((one) => one.publishedAt)) },
    first: months[0]?.month ?? "",
    last: months.at(-1)?.month ?? "",
    methods: methodUsesOf(published.map(flatMonthOf)),
  });
  const svg = drawIndicatorChart(months, {
    ...request,
    language,
    note: months.length > 0 ? note : [],
  });
  return drawingResponse(svg, { "Cache-Control": "no-cache" });
}
