import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { announceReleases } from "~/domain/flows/announce-releases.server";
import { releaseForm } from "~/domain/statistics/forms-releases";
import { findReleaseTurn, readReleaseGaps } from "~/domain/statistics/queries-releases.server";
import { formatMonth, isMonth, momentOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { ReleaseForm } from "~/ui/periods/release-form";
import { ReleaseSteps } from "~/ui/periods/release-history";
import { ReleaseState } from "~/ui/periods/release-state";
import { releaseName } from "~/ui/periods/release-texts";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const month = formatMonth(page?.turn.month ?? "");
  return privateMeta(matches, siteOf(matches).t("releases.releaseTitle", { month }));
};

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "period.publish");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  return {
    turn: orNotFound(await findReleaseTurn(month)),
    gap: (await readReleaseGaps())[month] ?? null,
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** An officer announces when the month will be published, or another hour with its reason. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "period.publish");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const { current } = orNotFound(await findReleaseTurn(month));
  return answerForm(args.request, releaseForm(current !== null), {
    act: ({ seen, day, hour, reason }) =>
      announceReleases(actor, [{ month, seen, dueAt: momentOf(day, hour), reason }]),
    next: () => paths.release(month, { done: "announced" }),
  });
}

export default function ReleasePage() {
  const { turn, gap, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { month, current, newest, releases } = turn;
  const isOpen = !newest?.isPublic && current?.state !== "due";
  return (
    <>
      <BackLink href={paths.releaseCalendar()} text={t("releases.backToCalendar")} />
      <h1 className="text-3xl">{t("releases.releaseTitle", { month: formatMonth(month) })}</h1>
      {done === "announced" ? <Notice tone="good" title={t("releases.done_announced")} /> : null}
      {done === "withdrawn" ? <Notice tone="good" title={t("releases.done_withdrawn")} /> : null}
      <ReleaseState turn={turn} />
      {gap && current?.afterEdition === 0 ? (
        <Notice tone="attention" title={t("releases.gap", { month: formatMonth(gap) })}>
          <p>
            <a className="underline" href={paths.release(gap)}>
              {t("releases.gapLink", { month: formatMonth(gap) })}
            </a>
          </p>
        </Notice>
      ) : null}
      {isOpen || reply ? <ReleaseForm turn={turn} reply={reply} /> : null}
      {current?.state === "announced" ? (
        <p className="mt-6">
          <a className="underline" href={paths.releaseWithdrawal(month)}>
            {t("releases.withdrawLink")}
          </a>
        </p>
      ) : null}
      <section className="mt-10">
        <h2 className="mb-3 text-2xl">{t("releases.historyHeading")}</h2>
        {releases.length === 0 ? (
          <p className="text-soft">{t("releases.historyNone")}</p>
        ) : (
          releases.map((release) => (
            <section key={release.afterEdition} className="mt-4">
              <h3 className="text-lg">{releaseName(t, release)}</h3>
              <ReleaseSteps release={release} />
            </section>
          ))
        )}
      </section>
    </>
  );
}
