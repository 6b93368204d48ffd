import type { LoaderFunctionArgs } from "@remix-run/node";
import { readCommuneNames } from "~/domain/places/queries.server";
import { breakdownCsv } from "~/domain/statistics/breakdown-csv.server";
import { readPublishedBreakdown } from "~/domain/statistics/queries-published.server";
import { breakdownName, communeCodesOf } from "~/ui/statistics/breakdown-name";
import { languageOf } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

/** The breakdowns of the public page, for programs; none before a month was published. */
export async function loader(args: LoaderFunctionArgs) {
  const breakdown = orNotFound(await readPublishedBreakdown());
  const communeNames = await readCommuneNames(communeCodesOf(breakdown.cells));
  const t = translatorFor(languageOf(args, null));
  const csv = breakdownCsv(breakdown, (cell) => breakdownName({ t, communeNames }, cell));
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="cho-phien-phan-to-${breakdown.month}.csv"`,
      "Cache-Control": "no-cache",
    },
  });
}
