import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { announceReleases } from "~/domain/flows/announce-releases.server";
import { calendarForm, dayField } from "~/domain/statistics/forms-releases";
import {
  listCalendarMonths,
  listReleases,
  readReleaseGaps,
} from "~/domain/statistics/queries-releases.server";
import { formatMonth } from "~/platform/period";
import { fail } from "~/platform/result";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { ReleasePlan } from "~/ui/periods/release-plan";
import { ReleaseTable } from "~/ui/periods/release-table";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, fieldFailureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("releases.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "period.publish");
  return {
    releases: await listReleases(),
    gaps: await readReleaseGaps(),
    months: (await listCalendarMonths()).flatMap((one) => (one.isAnnounced ? [] : [one.month])),
    isDone: new URL(args.request.url).searchParams.get("done") === "announced",
  };
}

/** An officer announces several months at once. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "period.publish");
  const known = await listCalendarMonths();
  const form = calendarForm(known.map(({ month }) => month));
  const read = await readForm(args.request, form);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const planned = read.value.map((one) => ({ ...one, reason: "", seen: 0 }));
  const announced = await announceReleases(actor, planned);
  if (announced.ok) return redirect(paths.releaseCalendar({ done: "announced" }), 303);
  const of = String(announced.detail?.["of"]);
  const told = fail("release_told_already", { month: formatMonth(of) });
  return data<MutationReply>(
    known.some(({ month, isAnnounced }) => month === of && !isAnnounced)
      ? fieldFailureReply(announced, dayField(of), read.submission)
      : failureReply(told, read.submission),
    { status: 409 },
  );
}

export default function ReleaseCalendarPage() {
  const { releases, gaps, months, isDone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.periods()} text={t("periods.title")} />
      <h1 className="text-3xl">{t("releases.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("releases.lead")}</p>
      {isDone ? <Notice tone="good" title={t("releases.done_announced")} /> : null}
      <section className="mt-8">
        <h2 className="mb-3 text-2xl">{t("releases.listHeading")}</h2>
        {releases.length === 0 ? (
          <p className="text-soft">{t("releases.listEmpty")}</p>
        ) : (
          <ReleaseTable releases={releases} gaps={gaps} />
        )}
      </section>
      <section className="mt-10">
        <h2 className="text-2xl">{t("releases.planHeading")}</h2>
        {months.length === 0 ? (
          <p className="mt-2 text-soft">{t("releases.planNone")}</p>
        ) : (
          <>
            <p className="mt-2 max-w-prose text-soft">{t("releases.planLead")}</p>
            <ReleasePlan months={months} reply={reply} />
          </>
        )}
      </section>
    </>
  );
}
