import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endMatch } from "~/domain/flows/end-match.server";
import { matchEndForm } from "~/domain/supply/forms-cases";
import { findMatch } from "~/domain/supply/queries-matches.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { MatchEndForm } from "~/ui/supply/match-end-form";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("supply.matchEnd"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "supply.coordinate");
  return { match: orNotFound(await findMatch(scope, args.params["matchId"] ?? "")) };
}

/** A buyer is sent to a household no more, before anything is known of it. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "supply.coordinate");
  const match = orNotFound(await findMatch(scope, args.params["matchId"] ?? ""));
  const read = await readForm(args.request, matchEndForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const ended = await endMatch(actor, { matchId: match.id, ...read.value });
  if (!ended.ok) return data<MutationReply>(failureReply(ended, read.submission), { status: 409 });
  return redirect(paths.supplyCase(match.caseId, { done: "ending" }), 303);
}

export default function MatchEndingPage() {
  const { match } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.supplyCase(match.caseId)} text={t("supply.backToCase")} />
      <MatchEndForm match={match} reply={reply} />
    </div>
  );
}
