import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { METHOD_VERSION, methodUsesOf } from "~/domain/statistics/method-versions";
import { listPeriods } from "~/domain/statistics/queries-periods.server";
import { now } from "~/platform/clock.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PeriodOutcome } from "~/ui/periods/period-outcome";
import { PeriodsTable } from "~/ui/periods/periods-table";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { SourceLine } from "~/ui/statistics/source-line";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("periods.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const periods = await listPeriods();
  return {
    problem: new URL(args.request.url).searchParams.get("problem"),
    asOf: now(),
    methods: methodUsesOf(
      periods.toReversed().map(({ month, editions }) => ({
        month,
        methodVersion: editions.at(-1)?.manifest.methodVersion ?? METHOD_VERSION,
      })),
    ),
    rows: periods.map(({ month, state, isNext, editions, live, isChanged }) => {
      const newest = editions.at(-1);
      return {
        month,
        state,
        isNext,
        newest: newest
          ? { edition: newest.edition, isPublished: newest.publishedAt !== null }
          : null,
        shown: newest?.manifest.measured ?? live,
        isChanged,
      };
    }),
  };
}

export default function PeriodsPage() {
  const { rows, problem, asOf, methods } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("periods.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("periods.lead")}</p>
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
        <a className="underline" href={paths.releaseCalendar()}>
          {t("releases.calendarLink")}
        </a>
        <a className="underline" href={paths.chainCheck()}>
          {t("periods.chainLink")}
        </a>
      </p>
      <PeriodOutcome done={null} problem={problem} />
      {rows.length === 0 ? (
        <EmptyState title={t("periods.empty")} />
      ) : (
        <div className="mt-6">
          <PeriodsTable rows={rows} />
          <SourceLine
            of="measured"
            asOf={{ kind: "read", at: asOf }}
            first={rows.at(-1)?.month ?? ""}
            last={rows[0]?.month ?? ""}
            methods={methods}
          />
        </div>
      )}
    </>
  );
}
