import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { advanceReconciliationFor } from "~/domain/flows/advance-reconciliation.server";
import { askReconciliation } from "~/domain/flows/ask-reconciliation.server";
import { loadBankShares } from "~/domain/settlement/queries-account-sides.server";
import {
  findNewestRun,
  findOpenRun,
  listRuns,
  loadRun,
} from "~/domain/settlement/queries-runs.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { Refusal } from "~/ui/primitives/notice";
import { BankShareTable } from "~/ui/settlement/bank-share-table";
import { DifferenceList } from "~/ui/settlement/difference-list";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { PotTable } from "~/ui/settlement/pot-table";
import { ReconciliationLinks } from "~/ui/settlement/reconciliation-links";
import { RunHead } from "~/ui/settlement/run-head";
import { RunList } from "~/ui/settlement/run-list";
import { RunStarter } from "~/ui/settlement/run-starter";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply } from "~/web/mutation.server";
import { paths } from "~/web/paths";

/** A small shop's books are compared by then. */
const WAIT_MS = 1_500;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reconciliation.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "reconciliation.manage");
  const page = readPage(new URL(args.request.url).searchParams);
  const newest = await findNewestRun();
  return {
    run: newest && (await loadRun(newest.id, 1)),
    open: await findOpenRun(),
    list: await listRuns(page),
    shares: await loadBankShares(),
  };
}

/** Asks for a reconciliation now. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "reconciliation.manage");
  const asked = await askReconciliation(actor);
  if (!asked.ok) return data<MutationReply>(failureReply(asked), { status: 409 });
  await advanceReconciliationFor(WAIT_MS);
  return redirect(paths.reconciliation(), 303);
}

export default function ReconciliationPage() {
  const { run, open, list, shares } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <MoneyNav current="reconciliation" />
      <h1 className="text-3xl">{t("reconciliation.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("reconciliation.lead")}</p>
      {reply?.failure ? <Refusal title={errorText(t, reply.failure.code)} /> : null}
      <RunStarter open={open} />
      {run === null ? (
        <p className="my-4 text-soft">{t("reconciliation.none")}</p>
      ) : (
        <>
          <RunHead run={run} />
          {run.balances.length === 0 ? null : <PotTable balances={run.balances} />}
          <DifferenceList run={run} />
        </>
      )}
      <BankShareTable shares={shares} />
      <ReconciliationLinks />
      <RunList list={list} />
    </>
  );
}
