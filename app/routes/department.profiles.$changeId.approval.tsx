import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideProfile } from "~/domain/flows/decide-profile.server";
import { profileDecisionForm } from "~/domain/households/forms-profile";
import { profileStateOf } from "~/domain/households/queries-profile.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { answerOf, unfinishedOf, type UnfinishedDecision } from "~/ui/department/decision-answer";
import { DecisionPage } from "~/ui/department/decision-page";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.approvalsTitle"));

/** Refusing, which needs a reason; looking decides nothing. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "household.approve");
  const changeId = args.params["changeId"] ?? "";
  const profile = await profileStateOf(changeId);
  if (!profile) throw notFound();
  if (profile.status !== "awaiting_approval") throw redirect(paths.approvals());
  return { name: profile.name, action: paths.profileApproval(changeId), back: paths.approvals() };
}

/** Show what a household says of itself, or send it back; the list of what waits tells how it went. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "household.approve");
  const changeId = args.params["changeId"] ?? "";
  const input = await readForm(args.request, profileDecisionForm);
  const subject = { subject: "profile", slug: changeId } as const;
  if (!input.ok) {
    const unfinished = unfinishedOf(input.reply);
    if (unfinished) return data<UnfinishedDecision>(unfinished, { status: 400 });
    const answer = { ...subject, problem: firstErrorOf(input.reply) };
    throw redirect(answerOf(paths.approvals, answer), 303);
  }
  const form = input.value;
  const result = await decideProfile(
    actor,
    form.decision === "approve"
      ? { changeId, to: "approved" }
      : { changeId, to: "rejected", reason: form.reason },
  );
  const done = result.ok && result.value.hasMoved ? form.decision : "repeat";
  const answer = result.ok ? { ...subject, done } : { ...subject, problem: result.code };
  throw redirect(answerOf(paths.approvals, answer), 303);
}

export default function ProfileDecisionPage() {
  const page = useLoaderData<typeof loader>();
  const typed = useActionData<typeof action>() ?? null;
  return <DecisionPage {...page} decision="reject" typed={typed} />;
}
