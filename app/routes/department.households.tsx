import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HOUSEHOLD_STATUSES } from "~/domain/households/household-status";
import { householdStateOf, listHouseholds } from "~/domain/households/queries-department.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readAnswer } from "~/ui/department/decision-answer";
import { DecisionOutcome } from "~/ui/department/decision-outcome";
import { HouseholdRow } from "~/ui/department/household-row";
import { readPage } from "~/ui/department/page-number";
import { StatusFilter } from "~/ui/department/status-filter";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.householdsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "department_desk.open");
  const query = new URL(args.request.url).searchParams;
  const status = HOUSEHOLD_STATUSES.find((one) => one === query.get("status")) ?? null;
  const answer = readAnswer(query);
  return {
    status,
    answer,
    name: answer ? ((await householdStateOf(answer.slug))?.name ?? null) : null,
    list: await listHouseholds({ status, page: readPage(query) }),
  };
}

export default function DepartmentHouseholdsPage() {
  const { status, answer, name, list } = useLoaderData<typeof loader>();
  const t = useT();
  const options = [null, ...HOUSEHOLD_STATUSES].map((one) => ({
    href: paths.departmentHouseholds({ status: one ?? undefined }),
    text: one === null ? t("department.filterAll") : t(`department.status_${one}`),
    isCurrent: one === status,
  }));
  return (
    <>
      <h1 className="text-3xl">{t("department.householdsTitle")}</h1>
      <p>
        <a className="inline-flex min-h-12 items-center" href={paths.departmentHelpers()}>
          {t("helpers.departmentLink")}
        </a>
      </p>
      <p>
        <a className="inline-flex min-h-12 items-center" href={paths.departmentTraining()}>
          {t("training.title")}
        </a>
      </p>
      <p>
        <a className="inline-flex min-h-12 items-center" href={paths.departmentJoining()}>
          {t("joining.configTitle")}
        </a>
      </p>
      <p>
        <a className="inline-flex min-h-12 items-center" href={paths.departmentCertificates()}>
          {t("certificates.listTitle")}
        </a>
      </p>
      <p>
        <a className="inline-flex min-h-12 items-center" href={paths.departmentTerms()}>
          {t("terms.title")}
        </a>
      </p>
      <DecisionOutcome answer={answer} name={name} />
      <StatusFilter options={options} />
      {list.households.length === 0 ? (
        <EmptyState title={t("department.householdsEmpty")} />
      ) : (
        <>
          <p className="num mt-4 mb-3 text-soft">
            {t("department.householdsCount", { count: list.householdCount })}
          </p>
          <ul>
            {list.households.map((household) => (
              <HouseholdRow key={household.slug} household={household} />
            ))}
          </ul>
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.departmentHouseholds({ status: status ?? undefined, page })}
      />
    </>
  );
}
