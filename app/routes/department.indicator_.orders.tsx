import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCommunes, readCommuneNames } from "~/domain/places/queries.server";
import { currentMonth, latestCompleteMonth, listMonths } from "~/domain/statistics/queries.server";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import {
  listRecordsBehind,
  sumRecordsBehind,
} from "~/domain/statistics/queries-records-behind.server";
import {
  readRecordsQuestion,
  recordsFields,
  recordsOfMonth,
} from "~/domain/statistics/records-question";
import { now } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { formatMonth } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { PeriodLine } from "~/ui/periods/period-line";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { RecordsForm } from "~/ui/statistics/records-form";
import { RecordsFiles, RecordsSums } from "~/ui/statistics/records-sums";
import { RecordsTable } from "~/ui/statistics/records-table";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("records.title"));

/** An address that nobody can ask leads to the last month that is over. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const query = new URL(args.request.url).searchParams;
  const question = readRecordsQuestion(query);
  if (!question || question.month > currentMonth()) {
    throw redirect(paths.records(recordsFields(recordsOfMonth(latestCompleteMonth()))));
  }
  const after = query.get("after") ?? "";
  const page = await listRecordsBehind(question, after);
  const { month } = question;
  const period = await findPeriod(month);
  return {
    question,
    ...page,
    isFirst: after === "",
    sums: await sumRecordsBehind(question),
    communes: await listCommunes(settings().PROVINCE),
    communeNames: await readCommuneNames(page.records.map(({ communeCode }) => communeCode)),
    months: [...new Set([month, ...(await listMonths())])].toSorted().reverse(),
    period: period ? { month, state: period.state, isChanged: period.isChanged } : null,
    asOf: now(),
  };
}

export default function RecordsPage() {
  const page = useLoaderData<typeof loader>();
  const { question, records, next, isFirst, communeNames, period } = page;
  const t = useT();
  const { month } = question;
  return (
    <>
      <BackLink href={paths.indicator({ month })} text={t("records.toIndicator")} />
      <h1 className="text-3xl">{t("records.heading", { month: formatMonth(month) })}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("records.lead")}</p>
      {period ? <PeriodLine {...period} /> : null}
      <RecordsForm question={question} months={page.months} communes={page.communes} />
      <RecordsSums sums={page.sums} month={month} asOf={page.asOf} />
      {records.length === 0 ? (
        <EmptyState title={t("records.empty")} />
      ) : (
        <RecordsTable records={records} communeNames={communeNames} />
      )}
      <nav aria-label={t("records.pages")} className="my-6 flex flex-wrap gap-4">
        {isFirst ? null : (
          <a className="button button-quiet" href={paths.records(recordsFields(question))}>
            {t("records.toFirst")}
          </a>
        )}
        {next === null ? null : (
          <a
            className="button button-quiet"
            rel="next"
            href={paths.records({ ...recordsFields(question), after: next })}
          >
            {t("common.nextPage")} →
          </a>
        )}
      </nav>
      <RecordsFiles question={question} />
    </>
  );
}
