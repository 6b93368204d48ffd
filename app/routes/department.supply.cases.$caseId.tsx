import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadMarketDemand } from "~/domain/flows/load-market-demand.server";
import { matchSupply } from "~/domain/flows/match-supply.server";
import { takeCaseStep } from "~/domain/flows/take-case-step.server";
import { listOfficers } from "~/domain/identity/queries.server";
import { caseForm } from "~/domain/supply/forms-cases";
import {
  findCase,
  listCaseMatches,
  listCaseSteps,
  listFreeDemands,
  listHarvests,
} from "~/domain/supply/queries-cases.server";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { CaseDesk } from "~/ui/supply/case-desk";
import { CaseHead } from "~/ui/supply/case-head";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { isMessageKey } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("supply.casesTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "supply.coordinate");
  const found = orNotFound(await findCase(args.params["caseId"] ?? ""));
  return {
    found,
    desk: {
      harvests: await listHarvests(found),
      demands: await listFreeDemands(found),
      market: await loadMarketDemand(found.produceName),
      matches: await listCaseMatches(found.id),
      steps: await listCaseSteps(found.id),
      officers: (await listOfficers()).filter(({ id }) => id !== found.handler.id),
      matchId: newId("sma"),
      stepIds: { note: newId("scs"), handOver: newId("scs"), close: newId("scs") },
    },
    isMine: found.handler.id === actor.userId,
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** A match, words, another handler or the end. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "supply.coordinate");
  const caseId = args.params["caseId"] ?? "";
  const read = await readForm(args.request, caseForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const form = read.value;
  const taken =
    form.intent === "match"
      ? await matchSupply(actor, { caseId, form })
      : await takeCaseStep(actor, { caseId, form });
  if (!taken.ok && taken.code === "case_not_found") throw notFound();
  if (!taken.ok) return data<MutationReply>(failureReply(taken, read.submission), { status: 409 });
  return redirect(paths.supplyCase(caseId, { done: form.intent }), 303);
}

export default function SupplyCasePage() {
  const { found, desk, isMine, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const doneKey = `supply.done_${done}`;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.supplyBoard()} text={t("supply.boardTitle")} />
      <CaseHead found={found} isMine={isMine} />
      {done !== null && !reply && isMessageKey(doneKey) ? (
        <Notice tone="good" title={t(doneKey)} />
      ) : null}
      <CaseDesk found={found} desk={desk} reply={reply} />
    </div>
  );
}
