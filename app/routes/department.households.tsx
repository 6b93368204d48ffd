import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAnnouncedOf } from "~/domain/compliance/queries-suspensions.server";
import { HOUSEHOLD_STATUSES } from "~/domain/households/household-status";
import { householdStateOf, listHouseholds } from "~/domain/households/queries-department.server";
import { cleanLine } from "~/platform/typed-text";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readAnswer } from "~/ui/department/decision-answer";
import { DecisionOutcome } from "~/ui/department/decision-outcome";
import { HouseholdRow } from "~/ui/department/household-row";
import { readPage } from "~/ui/department/page-number";
import { HouseholdSearch, SearchedAmong } from "~/ui/department/household-search";
import { StatusFilter } from "~/ui/department/status-filter";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

const TYPED_MAX = 100;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.householdsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "department_desk.open");
  const query = new URL(args.request.url).searchParams;
  const status = HOUSEHOLD_STATUSES.find((one) => one === query.get("status")) ?? null;
  const text = cleanLine(query.get("q") ?? "").slice(0, TYPED_MAX);
  const answer = readAnswer(query);
  const list = await listHouseholds({ status, text, page: readPage(query) });
  return {
    status,
    text,
    answer,
    name: answer ? ((await householdStateOf(answer.slug))?.name ?? null) : null,
    list,
    announced: await listAnnouncedOf(list.households.map(({ id }) => id)),
  };
}

export default function DepartmentHouseholdsPage() {
  const { status, text, answer, name, list, announced } = useLoaderData<typeof loader>();
  const t = useT();
  const options = [null, ...HOUSEHOLD_STATUSES].map((one) => ({
    href: paths.departmentHouseholds({ status: one ?? undefined, q: text || undefined }),
    text: one === null ? t("department.filterAll") : t(`department.status_${one}`),
    isCurrent: one === status,
  }));
  const besides = [
    { href: paths.departmentHelpers(), text: t("helpers.departmentLink") },
    { href: paths.departmentTraining(), text: t("training.title") },
    { href: paths.departmentJoining(), text: t("joining.configTitle") },
    { href: paths.departmentCertificates(), text: t("certificates.listTitle") },
    { href: paths.departmentTerms(), text: t("terms.title") },
  ];
  return (
    <>
      <h1 className="text-3xl">{t("department.householdsTitle")}</h1>
      <ul className="flex flex-wrap gap-x-6">
        {besides.map(({ href, text: title }) => (
          <li key={href}>
            <a className="inline-flex min-h-12 items-center" href={href}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <DecisionOutcome answer={answer} name={name} />
      <HouseholdSearch typed={text} status={status} />
      <StatusFilter options={options} />
      <SearchedAmong typed={text} status={status} />
      {list.households.length === 0 ? (
        <EmptyState
          title={text === "" ? t("department.householdsEmpty") : t("department.householdsNotFound")}
        />
      ) : (
        <>
          <p className="num mt-4 mb-3 text-soft">
            {t("department.householdsCount", { count: list.householdCount })}
          </p>
          <ul>
            {list.households.map((household) => (
              <HouseholdRow
                key={household.slug}
                household={household}
                announced={announced.find((one) => one.householdId === household.id) ?? null}
              />
            ))}
          </ul>
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) =>
          paths.departmentHouseholds({ status: status ?? undefined, q: text || undefined, page })
        }
      />
    </>
  );
}
