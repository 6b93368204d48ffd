import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { UserActor } from "~/domain/audit/actor";
import { loadMarketDemand } from "~/domain/flows/load-market-demand.server";
import { matchSupply } from "~/domain/flows/match-supply.server";
import { seeCase } from "~/domain/flows/see-case.server";
import { takeCaseStep } from "~/domain/flows/take-case-step.server";
import { listOfficers } from "~/domain/identity/queries.server";
import { caseForm, type CaseForm } from "~/domain/supply/forms-cases";
import {
  findCase,
  listCaseSteps,
  listFreeDemands,
  listHarvests,
} from "~/domain/supply/queries-cases.server";
import { listCaseMatches } from "~/domain/supply/queries-matches.server";
import { now } from "~/platform/clock.server";
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
import { failureReply, fieldFailureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("supply.casesTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "supply.coordinate");
  // Before anything is read: what is done meanwhile may not be on the page.
  const shownAt = now();
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
      shownAt,
      stepIds: { note: newId("scs"), handOver: newId("scs"), close: newId("scs") },
    },
    readerId: actor.userId,
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Where the fault of a form stands. */
const FIELD_OF: Readonly<Record<string, string>> = {
  match_harvest_missing: "declarationId",
  match_household_closed: "declarationId",
  match_demand_missing: "demandId",
  match_too_much: "quantityKg",
  case_handler_missing: "handlerId",
  case_handler_same: "handlerId",
  case_outcome_untrue: "outcome",
};

/** A match, words, another handler, the end, or that what is new was read. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "supply.coordinate");
  const caseId = args.params["caseId"] ?? "";
  const read = await readForm(args.request, caseForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const form = read.value;
  const taken = await take(actor, caseId, form);
  if (!taken.ok && taken.code === "case_not_found") throw notFound();
  if (!taken.ok) {
    const field = FIELD_OF[taken.code];
    const reply =
      field === undefined
        ? failureReply(taken, read.submission)
        : fieldFailureReply(taken, field, read.submission);
    return data<MutationReply>(reply, { status: 409 });
  }
  return redirect(paths.supplyCase(caseId, { done: form.intent }), 303);
}

function take(actor: UserActor, caseId: string, form: CaseForm) {
  if (form.intent === "match") return matchSupply(actor, { caseId, form });
  if (form.intent === "see") return seeCase(actor, { caseId, shownAt: form.shownAt });
  return takeCaseStep(actor, { caseId, form });
}

export default function SupplyCasePage() {
  const { found, desk, readerId, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const doneKey = `supply.done_${done}`;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.supplyBoard()} text={t("supply.boardTitle")} />
      <CaseHead found={found} readerId={readerId} />
      {done !== null && !reply && isMessageKey(doneKey) ? (
        <Notice tone="good" title={t(doneKey)} />
      ) : null}
      <CaseDesk found={found} isMine={found.handler.id === readerId} desk={desk} reply={reply} />
    </div>
  );
}
