import type { LoaderFunctionArgs } from "@remix-run/node";
import { listTableProducts } from "~/domain/catalog/queries-table.server";
import { MAX_TABLE_ROWS } from "~/domain/exchange/table-columns";
import { helpOf, TABLE_WIDTHS, tableOf, templateOf } from "~/domain/exchange/table-file";
import { writeCsv } from "~/domain/exchange/write-csv.server";
import { writeXlsx } from "~/domain/exchange/write-xlsx.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { tableWords, templateWords } from "~/ui/exchange/table-words";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** `products` or `template`, as `.csv` or `.xlsx`. */
export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const [, kind, format] =
    /^(products|template)\.(csv|xlsx)$/.exec(args.params["tableFile"] ?? "") ?? [];
  if (kind === undefined) throw notFound();
  const t = translatorFor(entry.language);
  const words = tableWords(t);
  const of = { householdId: household.id, limit: MAX_TABLE_ROWS };
  const rows =
    kind === "template"
      ? templateOf(words, templateWords(t))
      : tableOf(await listTableProducts(reader(), of), words);
  const name = kind === "template" ? "mau" : `${household.slug}-${localDateOf(now())}`;
  const headers = {
    "Content-Type": format === "csv" ? "text/csv; charset=utf-8" : XLSX,
    "Content-Disposition": `attachment; filename="san-pham-${name}.${format}"`,
    "Cache-Control": "private, no-store",
  };
  if (format === "csv") return new Response(writeCsv(rows), { headers });
  const help = helpOf(words, templateWords(t));
  const bytes = await writeXlsx([
    { name: t("exchange.tableSheet"), rows, widths: TABLE_WIDTHS },
    { name: t("exchange.helpSheet"), rows: help, widths: [30, 80] },
  ]);
  return new Response(Buffer.from(bytes), { headers });
}
