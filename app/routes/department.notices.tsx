import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NOTICE_CHANNELS, NOTICE_STATUSES } from "~/domain/notices/notice-status";
import { openChannels } from "~/domain/notices/open-channels.server";
import { countNotices, listNotices } from "~/domain/notices/queries.server";
import { now } from "~/platform/clock.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { StatusFilter } from "~/ui/department/status-filter";
import { NoticeOverview } from "~/ui/notices/notice-overview";
import { NoticeRows } from "~/ui/notices/notice-rows";
import { EmptyState, Notice, Refusal } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";

// What needs a person first.
const FILTERS = NOTICE_STATUSES.toReversed();

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("notices.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "notice.manage");
  const query = new URL(args.request.url).searchParams;
  const status = FILTERS.find((one) => one === query.get("status")) ?? "undeliverable";
  const channels = openChannels();
  return {
    status,
    list: await listNotices({ status, page: readPage(query) }),
    counts: await countNotices(),
    channels: NOTICE_CHANNELS.filter((channel) => channels[channel] !== undefined),
    atInstant: now(),
    isResent: query.get("done") === "resent",
    problem: query.get("problem"),
  };
}

export default function DepartmentNoticesPage() {
  const { status, list, counts, channels, atInstant, isResent, problem } =
    useLoaderData<typeof loader>();
  const t = useT();
  const options = FILTERS.map((one) => ({
    href: paths.departmentNotices({ status: one }),
    text: t(`notices.status_${one}`),
    isCurrent: one === status,
  }));
  return (
    <>
      <h1 className="text-3xl">{t("notices.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("notices.lead")}</p>
      {isResent ? <Notice tone="good" title={t("notices.resent")} /> : null}
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
      <NoticeOverview counts={counts} channels={channels} />
      <StatusFilter options={options} />
      {list.notices.length === 0 ? (
        <EmptyState title={t("notices.empty")} />
      ) : (
        <NoticeRows notices={list.notices} atInstant={atInstant} />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.departmentNotices({ status, page })}
      />
    </>
  );
}
