import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { keepMatchResult } from "~/domain/flows/keep-match-result.server";
import { matchResultForm } from "~/domain/supply/forms-cases";
import { findMatch } from "~/domain/supply/queries-matches.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { MatchResult } from "~/ui/supply/match-result";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, fieldFailureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("supply.resultTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "supply.coordinate");
  return { match: orNotFound(await findMatch(scope, args.params["matchId"] ?? "")) };
}

/** The department says what came of a match. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "supply.coordinate");
  const match = orNotFound(await findMatch(scope, args.params["matchId"] ?? ""));
  const read = await readForm(args.request, matchResultForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const kept = await keepMatchResult(actor, scope, { matchId: match.id, result: read.value });
  if (!kept.ok && kept.code === "match_not_found") throw notFound();
  if (!kept.ok) {
    const reply =
      kept.code === "match_too_much"
        ? fieldFailureReply(kept, "soldKg", read.submission)
        : failureReply(kept, read.submission);
    return data<MutationReply>(reply, { status: 409 });
  }
  return redirect(paths.supplyCase(match.caseId, { done: "result" }), 303);
}

export default function SupplyMatchPage() {
  const { match } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.supplyCase(match.caseId)} text={t("supply.backToCase")} />
      <MatchResult match={match} action={paths.supplyMatch(match.id)} reply={reply} />
    </div>
  );
}
