import type { LoaderFunctionArgs } from "@remix-run/node";
import { TAX_CLASSES } from "~/domain/catalog/tax-class";
import { listWholeTaxMonth } from "~/domain/settlement/queries-tax-months.server";
import { taxCsv } from "~/domain/settlement/tax-csv.server";
import { isMonth } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

/** What was kept back in a month of every household, as a table. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "tax.manage");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const t = translatorFor(language);
  const head = [
    t("tax.columnTaxCode"),
    t("tax.columnHousehold"),
    ...TAX_CLASSES.map((taxClass) => t(`tax.class_${taxClass}`)),
    t("tax.columnVat"),
    t("tax.columnPit"),
    t("tax.columnTax"),
  ];
  return new Response(taxCsv(await listWholeTaxMonth(month), head), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="thue-khau-tru-${month}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
