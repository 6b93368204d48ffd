import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/domain/audit/actor";
import { approveHousehold } from "~/domain/flows/approve-household.server";
import { rejectHousehold } from "~/domain/flows/reject-household.server";
import { restoreHousehold } from "~/domain/flows/restore-household.server";
import { householdDecisionForm, type HouseholdDecisionForm } from "~/domain/households/forms";
import { householdStateOf } from "~/domain/households/queries-department.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { answerOf, unfinishedOf, type UnfinishedDecision } from "~/ui/department/decision-answer";
import { DecisionPage } from "~/ui/department/decision-page";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.approvalsTitle"));

/** The decision that needs a reason; looking decides nothing. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "household.approve");
  const household = await householdStateOf(slugOf(args));
  if (!household) throw notFound();
  if (household.status === "approved") throw redirect(paths.householdSuspension(slugOf(args)));
  if (household.status !== "pending") throw redirect(listOf(args)());
  return {
    name: household.name,
    action: paths.householdApproval(slugOf(args), { page: pageOf(args) }),
    back: listOf(args)(),
  };
}

/** Approve, refuse or restore a household; back to the page that the officer came from. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "household.approve");
  const slug = slugOf(args);
  const list = listOf(args);
  const input = await readForm(args.request, householdDecisionForm);
  const subject = { subject: "household", slug } as const;
  if (!input.ok) {
    const unfinished = unfinishedOf(input.reply);
    if (unfinished) return data<UnfinishedDecision>(unfinished, { status: 400 });
    throw redirect(answerOf(list, { ...subject, problem: firstErrorOf(input.reply) }), 303);
  }
  const result = await decide(actor, slug, input.value);
  const done = result.ok && result.value.hasMoved ? input.value.decision : "repeat";
  const answer = result.ok ? { ...subject, done } : { ...subject, problem: result.code };
  throw redirect(answerOf(list, answer), 303);
}

export default function HouseholdDecisionPage() {
  const page = useLoaderData<typeof loader>();
  const typed = useActionData<typeof action>() ?? null;
  return <DecisionPage {...page} decision="reject" typed={typed} />;
}

function slugOf(args: DoorArgs): string {
  return args.params["householdSlug"] ?? "";
}

/** The list that the officer came from, as the address names it. */
function pageOf(args: DoorArgs): string | undefined {
  return new URL(args.request.url).searchParams.get("page") ?? undefined;
}

function listOf(args: DoorArgs) {
  return pageOf(args) === "households" ? paths.departmentHouseholds : paths.approvals;
}

async function decide(actor: Actor, slug: string, form: HouseholdDecisionForm) {
  switch (form.decision) {
    case "approve":
      return approveHousehold(actor, { slug });
    case "reject":
      return rejectHousehold(actor, { slug, reason: form.reason });
    case "restore":
      return restoreHousehold(actor, { slug });
  }
}
