import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportJournal } from "~/domain/flows/export-journal.server";
import { isMonth } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";
import { journalCsvWords } from "~/web/journal-csv-words";

/** Every transfer of a month, sent while it is read. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, language } = await requirePermission(args, "reconciliation.manage");
  const month = new URL(args.request.url).searchParams.get("month") ?? "";
  if (!isMonth(month)) throw notFound();
  const csv = await exportJournal(actor, {
    month,
    words: journalCsvWords(translatorFor(language)),
  });
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="nhat-ky-chung-${month}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
