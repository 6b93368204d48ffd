import type { LoaderFunctionArgs } from "@remix-run/node";
import { readMonthlyReport } from "~/domain/statistics/queries-report.server";
import { isMonth } from "~/platform/period";
import { drawIndicatorChart } from "~/ui/statistics/indicator-charts";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";

/** The chart of the monthly report, black on white. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const { month = "", edition } = args.params;
  if (!isMonth(month)) throw notFound();
  const { months } = orNotFound(await readMonthlyReport(month, edition));
  const svg = drawIndicatorChart(months, {
    kind: "share",
    size: "paper",
    language: "vi",
    note: [],
  });
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml; charset=utf-8" } });
}
