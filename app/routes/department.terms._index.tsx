import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countAcceptances, listTerms } from "~/domain/joining/queries-terms.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { TermsOutcome } from "~/ui/terms/terms-outcome";
import { TermsRows } from "~/ui/terms/terms-rows";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("terms.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "terms.publish");
  const counts = await countAcceptances();
  const versions = await listTerms();
  return {
    versions: versions.map(({ textVi: _vi, textEn: _en, ...version }) => ({
      ...version,
      acceptedCount: counts.get(version.number) ?? 0,
    })),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export default function DepartmentTermsPage() {
  const { versions, done } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.departmentHouseholds()} text={t("department.householdsTitle")} />
      <h1 className="text-3xl">{t("terms.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("terms.deskLead")}</p>
      <TermsOutcome done={done} problem={null} />
      <p className="mt-4">
        <a className="button button-main" href={paths.newTerms()}>
          {t("terms.publish")}
        </a>
      </p>
      <TermsRows versions={versions} />
    </div>
  );
}
