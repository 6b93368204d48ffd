import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeCsv } from "~/domain/exchange/write-csv.server";
import { writeXlsx } from "~/domain/exchange/write-xlsx.server";
import { templateOf, wordsSheetOf } from "~/domain/statistics/retail-table";
import { retailWords } from "~/ui/department/retail-table-words";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const WIDTHS = [20, 40, 16, 14, 16, 18, 50];

/** An empty table of retail totals, `mau.csv` or `mau.xlsx`. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "retail_total.enter");
  const [, format] = /^mau\.(csv|xlsx)$/.exec(args.params["tableFile"] ?? "") ?? [];
  if (format === undefined) throw notFound();
  const t = translatorFor(language);
  const words = retailWords(t);
  const rows = templateOf(words, t("department.importSampleSource"));
  const headers = {
    "Content-Type": format === "csv" ? "text/csv; charset=utf-8" : XLSX,
    "Content-Disposition": `attachment; filename="so-ban-le-mau.${format}"`,
    "Cache-Control": "private, no-store",
  };
  if (format === "csv") return new Response(writeCsv(rows), { headers });
  const bytes = await writeXlsx([
    { name: t("department.importSheet"), rows, widths: WIDTHS },
    { name: t("department.importWordsSheet"), rows: wordsSheetOf(words), widths: [70, 20, 20] },
  ]);
  return new Response(Buffer.from(bytes), { headers });
}
