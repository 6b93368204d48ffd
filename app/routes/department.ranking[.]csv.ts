import type { LoaderFunctionArgs } from "@remix-run/node";
import { readClosedRanking } from "~/domain/statistics/queries-ranking.server";
import { rankingCsv } from "~/domain/statistics/ranking-csv.server";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";

/** The department's ranking, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const query = new URL(args.request.url).searchParams;
  const ranking = orNotFound(
    await readClosedRanking({ year: query.get("year"), to: query.get("to") }),
  );
  const last = ranking.months.at(-1)?.month ?? ranking.year;
  return new Response(rankingCsv(ranking), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="cho-phien-xep-hang-noi-bo-${last}.csv"`,
    },
  });
}
