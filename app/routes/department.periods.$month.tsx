import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { revisePeriod } from "~/domain/flows/revise-period.server";
import { revisionForm } from "~/domain/statistics/forms-periods";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { formatMonth, isMonth } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { EditionsList } from "~/ui/periods/editions-list";
import { PeriodNextStep, RecountForm } from "~/ui/periods/period-next-step";
import { PeriodOutcome } from "~/ui/periods/period-outcome";
import { PeriodChanges } from "~/ui/periods/revision-form";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const month = formatMonth(page?.period.month ?? "");
  return privateMeta(matches, siteOf(matches).t("periods.periodTitle", { month }));
};

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const query = new URL(args.request.url).searchParams;
  return {
    period: orNotFound(await findPeriod(month)),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

/** An officer lets a closed month be counted anew. */
export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "period.close");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const read = await readForm(args.request, revisionForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const closedBy = { id: user.id, name: user.fullName };
  const revised = await revisePeriod(actor, { month, ...read.value, closedBy });
  if (!revised.ok) {
    return data<MutationReply>(failureReply(revised, read.submission), { status: 409 });
  }
  return redirect(paths.period(month, { done: "revised" }), 303);
}

function isNotAsKept(problem: string | null, reply: MutationReply | undefined): boolean {
  return problem === "period_not_as_kept" || reply?.failure?.code === "period_not_as_kept";
}

export default function PeriodPage() {
  const { period, done, problem } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.periods()} text={t("periods.backToList")} />
      <h1 className="text-3xl">{t("periods.periodTitle", { month: formatMonth(period.month) })}</h1>
      <PeriodOutcome done={done} problem={problem} />
      {isNotAsKept(problem, reply) ? <RecountForm month={period.month} /> : null}
      <p className="mt-2">
        <strong>{t(`periods.state_${period.state}`)}</strong>
      </p>
      <PeriodNextStep period={period} />
      <PeriodChanges period={period} reply={reply} />
      <section className="mt-10">
        <h2 className="mb-3 text-2xl">{t("periods.editionsHeading")}</h2>
        <EditionsList editions={period.editions} />
      </section>
    </>
  );
}
