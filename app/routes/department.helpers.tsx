import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  listUncheckedSheets,
  searchDelegations,
} from "~/domain/households/queries-delegations.server";
import { listCommuneTargets } from "~/domain/households/queries-commune-targets.server";
import { listHelperResults } from "~/domain/households/queries-helpers.server";
import { normalisePhone } from "~/domain/identity/phone";
import { cleanLine } from "~/platform/typed-text";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CommuneTargets } from "~/ui/helpers/commune-targets";
import { DelegationRows, DelegationSearch } from "~/ui/helpers/department-delegations";
import { HelperResults } from "~/ui/helpers/helper-results";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

const TYPED_MAX = 100;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.departmentLink"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "delegation.manage");
  const query = new URL(args.request.url).searchParams;
  const typed = query.get("q") ?? "";
  const name = cleanLine(typed).slice(0, TYPED_MAX);
  return {
    typed: name,
    isRetired: query.get("done") === "retired",
    isTargetSet: query.get("done") === "target",
    sheets: await listUncheckedSheets(),
    results: await listHelperResults(),
    communeTargets: await listCommuneTargets(),
    found: await searchDelegations({ name, phone: normalisePhone(name) }),
  };
}

export default function DepartmentHelpersPage() {
  const { typed, isRetired, isTargetSet, sheets, found, results, communeTargets } =
    useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="text-3xl">{t("helpers.departmentLink")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("helpers.departmentIntro")}</p>
      {isRetired ? <Notice tone="good" title={t("helpers.retired")} /> : null}
      {isTargetSet ? <Notice tone="good" title={t("helpers.targetDone")} /> : null}
      <p className="mt-3">
        <a className="button button-quiet" href={paths.newHelper()}>
          {t("helpers.newHelper")}
        </a>
      </p>
      <h2 className="mt-6 text-2xl">{t("helpers.departmentSheets")}</h2>
      <DelegationRows delegations={sheets} empty={t("helpers.departmentSheetsEmpty")} />
      <HelperResults results={results} />
      <h2 className="mt-8 text-2xl">{t("helpers.communeTargets")}</h2>
      {communeTargets.length === 0 ? (
        <p className="text-soft">{t("helpers.communeTargetsEmpty")}</p>
      ) : (
        <CommuneTargets targets={communeTargets} />
      )}
      <p className="mt-3">
        <a className="button button-quiet" href={paths.communeTarget()}>
          {t("helpers.communeTarget")}
        </a>
      </p>
      <h2 className="mt-8 text-2xl">{t("helpers.departmentList")}</h2>
      <DelegationSearch typed={typed} />
      <DelegationRows delegations={found} empty={t("helpers.departmentEmpty")} />
    </div>
  );
}
