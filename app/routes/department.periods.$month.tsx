import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { revisePeriod } from "~/domain/flows/revise-period.server";
import { revisionForm } from "~/domain/statistics/forms-periods";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { findReleaseTurn } from "~/domain/statistics/queries-releases.server";
import { formatMonth, isMonth } from "~/platform/period";
import { fail } from "~/platform/result";
import { LogLink } from "~/ui/audit/log-link";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { EditionsList } from "~/ui/periods/editions-list";
import { PeriodNextStep, RecountForm } from "~/ui/periods/period-next-step";
import { ReleaseLine } from "~/ui/periods/release-state";
import { PeriodOutcome } from "~/ui/periods/period-outcome";
import { PeriodChanges } from "~/ui/periods/revision-form";
import { WorkProgress } from "~/ui/periods/work-progress";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, problemOf, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { pathAfterMove, pathOfMove, periodKey, periodMoves } from "~/web/period-work.server";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const month = formatMonth(page?.period.month ?? "");
  return privateMeta(matches, siteOf(matches).t("periods.periodTitle", { month }));
};

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** What nobody remembers any more was cut off by a restart: nothing was written then. */
const LOST = { problem: "work_failed" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("work");
  const key = periodKey(month);
  const work = asked === null ? periodMoves.runningOf(key) : periodMoves.find(asked, key);
  if (asked !== null && work === null) throw redirect(paths.period(month, LOST));
  if (work?.outcome) throw redirect(pathOfMove(month, work));
  return data(
    {
      period: orNotFound(await findPeriod(month)),
      turn: await findReleaseTurn(month),
      done: query.get("done"),
      problem: query.get("problem"),
      note: periodMoves.find(query.get("from"), key)?.typed ?? "",
      work: work && { id: work.id, done: work.done },
    },
    { headers: work ? { Refresh: "2" } : {} },
  );
}

/** An officer lets a closed month be counted anew. */
export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "period.close");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const read = await readForm(args.request, revisionForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const closedBy = { id: user.id, name: user.fullName };
  const key = periodKey(month);
  if (periodMoves.runningOf(key)) {
    const running = fail("work_running");
    return data<MutationReply>(failureReply(running, read.submission), { status: 409 });
  }
  const work = periodMoves.start(
    key,
    async (report) => {
      const revised = await revisePeriod(actor, { month, ...read.value, closedBy }, report);
      return { query: revised.ok ? { done: "revised" } : { problem: problemOf(revised) } };
    },
    read.value.note,
  );
  return redirect(await pathAfterMove(month, work), 303);
}

export default function PeriodPage() {
  const { period, turn, done, problem, note, work } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.periods()} text={t("periods.backToList")} />
      <h1 className="text-3xl">{t("periods.periodTitle", { month: formatMonth(period.month) })}</h1>
      <PeriodOutcome done={done} problem={problem} />
      {problem === "period_not_as_kept" ? <RecountForm month={period.month} /> : null}
      {work ? (
        <WorkProgress done={work.done} href={paths.period(period.month, { work: work.id })} />
      ) : null}
      <p className="mt-2">
        <strong>{t(`periods.state_${period.state}`)}</strong>
      </p>
      <ReleaseLine turn={turn} />
      {work && !reply ? null : (
        <>
          <PeriodNextStep period={period} />
          <PeriodChanges period={period} reply={reply} note={note} />
        </>
      )}
      <section className="mt-10">
        <h2 className="mb-3 text-2xl">{t("periods.editionsHeading")}</h2>
        <EditionsList editions={period.editions} />
      </section>
      <LogLink kind="period" subject={period.month} />
    </>
  );
}
