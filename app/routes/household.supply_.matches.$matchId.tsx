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
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { MatchResult } from "~/ui/supply/match-result";
import { deskQuery } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, fieldFailureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("supply.resultTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "supply.declare");
  const match = orNotFound(await findMatch(scope, args.params["matchId"] ?? ""));
  return { deskHouseholdId: match.household.id, match };
}

/** A household says what came of a buyer whom the department found. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "supply.declare");
  const matchId = args.params["matchId"] ?? "";
  const read = await readForm(args.request, matchResultForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const kept = await keepMatchResult(actor, scope, { matchId, result: read.value });
  if (!kept.ok && kept.code === "match_not_found") throw notFound();
  if (!kept.ok) {
    const reply =
      kept.code === "match_too_much"
        ? fieldFailureReply(kept, "soldKg", read.submission)
        : failureReply(kept, read.submission);
    return data<MutationReply>(reply, { status: 409 });
  }
  return redirect(paths.householdSupply({ ...deskQuery(args), done: "result" }), 303);
}

export default function HouseholdMatchPage() {
  const { match } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.householdSupply(query)} text={t("supply.title")} />
      <MatchResult match={match} action={paths.householdMatch(match.id, query)} reply={reply} />
    </div>
  );
}
