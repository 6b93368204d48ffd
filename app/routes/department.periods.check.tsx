import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checkChain } from "~/domain/statistics/check-chain.server";
import { hasEditions } from "~/domain/statistics/queries-periods.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { ChainProof } from "~/ui/periods/chain-proof";
import { WorkProgress } from "~/ui/periods/work-progress";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import { CHAIN_KEY, chainChecks, pathAfterChainCheck } from "~/web/period-work.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("periods.chainTitle"));

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** `?check=` names a check that was begun. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const asked = new URL(args.request.url).searchParams.get("check");
  const own = chainChecks.find(asked, CHAIN_KEY);
  const page = {
    isEmpty: !(await hasEditions()),
    result: own?.outcome?.kind === "value" ? own.outcome.value : null,
    // What nobody remembers any more was cut off by a restart.
    isFailed: asked !== null && (own === null || own.outcome?.kind === "failed"),
    check: own?.outcome === null ? { id: own.id, done: own.done } : null,
  };
  return data(page, { headers: page.check ? { Refresh: "2" } : {} });
}

/** Reads every byte of every edition again; whoever asks while that runs waits for the same. */
export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, "indicator.read");
  return redirect(await pathAfterChainCheck(chainChecks.start(CHAIN_KEY, checkChain)), 303);
}

export default function ChainCheckPage() {
  const { isEmpty, result, isFailed, check } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.periods()} text={t("periods.title")} />
      <h1 className="text-3xl">{t("periods.chainTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("periods.chainLead")}</p>
      {isFailed ? <Refusal title={errorText(t, "work_failed")} /> : null}
      {check ? (
        <WorkProgress done={check.done} href={paths.chainCheck({ check: check.id })} />
      ) : null}
      {result ? <ChainProof result={result} /> : null}
      {isEmpty ? (
        <p className="mt-6">{t("periods.chainEmpty")}</p>
      ) : (
        <form method="post" className="mt-6">
          <button className="button button-main">{t("periods.chainStart")}</button>
        </form>
      )}
    </>
  );
}
