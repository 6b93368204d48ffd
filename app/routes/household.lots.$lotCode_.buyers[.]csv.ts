import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportRecallBuyers } from "~/domain/flows/export-recall-buyers.server";
import { recallCsv } from "~/domain/orders/recall-csv.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";
import { recallCsvWords } from "~/web/recall-csv-words";

/** The list of buyers to call, as a file; who took it is on record. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, scope, language } = await requirePermission(args, "order.fulfil");
  const lotCode = args.params["lotCode"] ?? "";
  const exported = await exportRecallBuyers(actor, scope, { lotCode });
  if (!exported.ok) throw notFound();
  return new Response(recallCsv(exported.value, recallCsvWords(translatorFor(language))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="cho-phien-thu-hoi-${encodeURIComponent(lotCode)}.csv"`,
    },
  });
}
