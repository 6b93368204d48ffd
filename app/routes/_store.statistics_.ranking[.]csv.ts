import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPublicRanking } from "~/domain/statistics/queries-ranking.server";
import { rankingCsv } from "~/domain/statistics/ranking-csv.server";
import { orNotFound } from "~/web/http-errors";

/** The public ranking, for a spreadsheet; none before a month was published. */
export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const ranking = orNotFound(
    await readPublicRanking({ year: query.get("year"), to: query.get("to") }),
  );
  const last = ranking.months.at(-1)?.month ?? ranking.year;
  return new Response(rankingCsv(ranking), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="cho-phien-xep-hang-${last}.csv"`,
      "Cache-Control": "no-cache",
    },
  });
}
