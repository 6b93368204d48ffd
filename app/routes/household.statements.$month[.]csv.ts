import type { LoaderFunctionArgs } from "@remix-run/node";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { loadStatement } from "~/domain/settlement/queries-statement.server";
import { statementCsv } from "~/domain/settlement/statement-csv.server";
import { isMonth } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";
import { statementCsvWords } from "~/web/statement-csv-words";

/** The statement as a table. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope, language } = await requirePermission(args, "earnings.read");
  const month = args.params["month"] ?? "";
  const slug = new URL(args.request.url).searchParams.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household || !isMonth(month)) throw notFound();
  const statement = await loadStatement(household.id, month);
  if (!statement) throw notFound();
  const { householdSlug } = statement;
  return new Response(statementCsv(statement, statementCsvWords(translatorFor(language))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="sao-ke-${householdSlug}-${month}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
