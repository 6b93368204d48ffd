import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sessionsOf } from "~/domain/training/planner";
import { loadOutcomes } from "~/domain/training/queries-outcome.server";
import { listSessions, SESSIONS_PAGE_SIZE } from "~/domain/training/queries.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { SessionRows } from "~/ui/training/session-rows";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "training.keep_list");
  const page = readPage(new URL(args.request.url).searchParams);
  const scope = sessionsOf(user.id);
  const { sessions, total } = await listSessions(scope, { page });
  const outcomes = await loadOutcomes(scope);
  return {
    rows: sessions.map((session) => ({ session, outcome: outcomes.ofSession(session.id) })),
    page,
    pageCount: Math.ceil(total / SESSIONS_PAGE_SIZE),
    today: localDateOf(now()),
  };
}

export default function AgentTrainingPage() {
  const { rows, page, pageCount, today } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("training.title")}</h1>
      <p className="mt-2 text-soft">{t("training.agentLead")}</p>
      <p className="mt-4">
        <a className="button button-main w-full sm:w-auto" href={paths.newAgentSession()}>
          {t("training.newLink")}
        </a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t("training.agentEmpty")} />
      ) : (
        <SessionRows rows={rows} today={today} hrefOf={(id) => paths.agentSession(id)} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(one) => paths.agentTraining({ page: one })}
      />
    </>
  );
}
