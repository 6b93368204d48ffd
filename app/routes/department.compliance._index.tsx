import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAnnouncedSuspensions } from "~/domain/compliance/queries-suspensions.server";
import { countPressingRequests, listRequests } from "~/domain/compliance/queries.server";
import { readFilter } from "~/domain/compliance/read-filter";
import { now } from "~/platform/clock.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { AnnouncedSuspensions } from "~/ui/compliance/announced-suspensions";
import { NoRequests } from "~/ui/compliance/no-requests";
import { RequestFilterForm } from "~/ui/compliance/request-filter-form";
import { RequestTable } from "~/ui/compliance/request-table";
import { TakedownNote } from "~/ui/compliance/takedown-note";
import { readPage } from "~/ui/department/page-number";
import { BackLink } from "~/ui/households/back-link";
import { Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("compliance.title"));

/** What authorities and people ask, by what is due next. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "compliance.manage");
  const query = new URL(args.request.url).searchParams;
  const filter = readFilter(query);
  const page = readPage(query);
  return {
    filter,
    page,
    ...(await listRequests(filter, page)),
    pressing: await countPressingRequests(),
    announced: await listAnnouncedSuspensions(),
    shownAt: now(),
  };
}

export default function CompliancePage() {
  const { filter, page, requests, pageCount, pressing, announced, shownAt } =
    useLoaderData<typeof loader>();
  const t = useT();
  const asked = { kind: filter.kind ?? undefined, state: filter.state };
  return (
    <>
      <BackLink href={paths.departmentDesk()} text={t("department.overviewTitle")} />
      <h1 className="text-3xl">{t("compliance.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("compliance.lead")}</p>
      {pressing.overdue > 0 ? (
        <Notice
          tone="attention"
          title={t("compliance.overdueNotice", { count: pressing.overdue })}
        />
      ) : null}
      <p className="mt-4 flex flex-wrap gap-3">
        <a className="button button-main" href={paths.newComplianceRequest()}>
          {t("compliance.newTitle")}
        </a>
        <a className="button button-quiet" href={paths.complianceCsv(asked)} download>
          {t("compliance.csv")}
        </a>
        <a className="inline-flex min-h-12 items-center underline" href={paths.complianceTerms()}>
          {t("compliance.termsTitle")}
        </a>
      </p>
      <AnnouncedSuspensions announced={announced} shownAt={shownAt} />
      <RequestFilterForm filter={filter} />
      {filter.kind === "takedown" ? <TakedownNote /> : null}
      {requests.length === 0 ? (
        <NoRequests filter={filter} />
      ) : (
        <RequestTable requests={requests} shownAt={shownAt} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(next) => paths.compliance({ ...asked, page: next })}
      />
    </>
  );
}
