import type { LoaderFunctionArgs } from "@remix-run/node";
import { indicatorCsv } from "~/domain/statistics/indicator-csv.server";
import { readStandingSeries } from "~/domain/statistics/queries-periods.server";
import { currentMonth } from "~/domain/statistics/queries.server";
import { now } from "~/platform/clock.server";
import { isMonth } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

/** The figures of the indicator page, the chosen month first. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "indicator.read");
  const month = new URL(args.request.url).searchParams.get("month") ?? "";
  if (!isMonth(month) || month > currentMonth()) throw notFound();
  const months = await readStandingSeries(month);
  const t = translatorFor(language);
  const csv = indicatorCsv(months.toReversed(), {
    asOf: now(),
    nameOf: (code) => t(`statistics.figure_${code}`),
  });
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="cho-phien-chi-tieu-${month}.csv"`,
    },
  });
}
