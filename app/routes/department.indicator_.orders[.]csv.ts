import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportRecords } from "~/domain/flows/export-records.server";
import { currentMonth } from "~/domain/statistics/queries.server";
import { readRecordsQuestion } from "~/domain/statistics/records-question";
import { addMonths, isMonth } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";

const MONTHS_MAX = 12;

/** The orders behind a figure, sent while they are read; with `last` of several months, a year at most. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "indicator.read");
  const query = new URL(args.request.url).searchParams;
  const question = readRecordsQuestion(query);
  if (!question || question.month > currentMonth()) throw notFound();
  const last = query.get("last") || question.month;
  const isAYear = isMonth(last) && last < addMonths(question.month, MONTHS_MAX);
  if (!isAYear || last < question.month || last > currentMonth()) throw notFound();
  const months = last === question.month ? last : `${question.month}-${last}`;
  return new Response(await exportRecords(actor, { question, last }), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="cho-phien-don-${months}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
