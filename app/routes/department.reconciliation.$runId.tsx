import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadRun } from "~/domain/settlement/queries-runs.server";
import { formatDate } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { BackLink } from "~/ui/households/back-link";
import { DifferenceList } from "~/ui/settlement/difference-list";
import { PotTable } from "~/ui/settlement/pot-table";
import { RunHead } from "~/ui/settlement/run-head";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reconciliation.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "reconciliation.manage");
  const page = readPage(new URL(args.request.url).searchParams);
  const run = await loadRun(args.params["runId"] ?? "", page);
  if (!run) throw notFound();
  return { run };
}

export default function ReconciliationRunPage() {
  const { run } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.reconciliation()} text={t("reconciliation.backToTitle")} />
      <h1 className="text-3xl">
        {t("reconciliation.title")} {formatDate(run.localDate)}
      </h1>
      <RunHead run={run} />
      {run.balances.length === 0 ? null : <PotTable balances={run.balances} />}
      <DifferenceList run={run} />
    </>
  );
}
