import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countLessonViews, loadOutcomes } from "~/domain/training/queries-outcome.server";
import { listSessions, SESSIONS_PAGE_SIZE } from "~/domain/training/queries.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { LessonViews } from "~/ui/training/lesson-views";
import { OutcomeView } from "~/ui/training/outcome-view";
import { SessionRows } from "~/ui/training/session-rows";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "training.manage");
  const page = readPage(new URL(args.request.url).searchParams);
  const { sessions, total } = await listSessions({ kind: "all" }, { page });
  const outcomes = await loadOutcomes({ kind: "all" });
  return {
    rows: sessions.map((session) => ({ session, outcome: outcomes.ofSession(session.id) })),
    page,
    pageCount: Math.ceil(total / SESSIONS_PAGE_SIZE),
    outcome: outcomes.total,
    views: await countLessonViews(),
    today: localDateOf(now()),
  };
}

export default function DepartmentTrainingPage() {
  const { rows, page, pageCount, outcome, views, today } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="mx-auto max-w-4xl">
      <h1 className="text-3xl">{t("training.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("training.departmentLead")}</p>
      <p className="mt-4 flex flex-wrap gap-3">
        <a className="button button-main" href={paths.newTraining()}>
          {t("training.newLink")}
        </a>
        <a className="button button-quiet" href={paths.departmentTrainingCsv()}>
          {t("training.csv")}
        </a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t("training.empty")} />
      ) : (
        <>
          <h2 className="mt-6 mb-2 text-2xl">{t("training.totalTitle")}</h2>
          <OutcomeView outcome={outcome} />
          <p className="text-sm text-soft">{t("training.totalNote")}</p>
          <h2 className="mt-8 text-2xl">{t("training.listTitle")}</h2>
          <SessionRows rows={rows} today={today} hrefOf={(id) => paths.departmentSession(id)} />
          <Pagination
            page={page}
            pageCount={pageCount}
            hrefOf={(one) => paths.departmentTraining({ page: one })}
          />
        </>
      )}
      <LessonViews views={views} />
    </div>
  );
}
