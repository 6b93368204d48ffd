import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type { Actor } from "~/domain/audit/actor";
import { approveHousehold } from "~/domain/flows/approve-household.server";
import { rejectHousehold } from "~/domain/flows/reject-household.server";
import { restoreHousehold } from "~/domain/flows/restore-household.server";
import { suspendHousehold } from "~/domain/flows/suspend-household.server";
import { householdDecisionForm, type HouseholdDecisionForm } from "~/domain/households/forms";
import { answerOf } from "~/ui/department/decision-answer";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { methodNotAllowed } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

/** Looking decides nothing. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "household.approve");
  throw methodNotAllowed("POST");
}

/** Approve, refuse, suspend or restore a household; back to the page that the officer came from. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "household.approve");
  const slug = args.params["householdSlug"] ?? "";
  const from = new URL(args.request.url).searchParams.get("page");
  const page = from === "households" ? paths.departmentHouseholds : paths.approvals;
  const input = await readForm(args.request, householdDecisionForm);
  const subject = { subject: "household", slug } as const;
  if (!input.ok) {
    throw redirect(answerOf(page, { ...subject, problem: firstErrorOf(input.reply) }), 303);
  }
  const result = await decide(actor, slug, input.value);
  const done = result.ok && result.value.hasMoved ? input.value.decision : "repeat";
  const answer = result.ok ? { ...subject, done } : { ...subject, problem: result.code };
  throw redirect(answerOf(page, answer), 303);
}

async function decide(actor: Actor, slug: string, form: HouseholdDecisionForm) {
  switch (form.decision) {
    case "approve":
      return approveHousehold(actor, { slug });
    case "reject":
      return rejectHousehold(actor, { slug, reason: form.reason });
    case "suspend":
      return suspendHousehold(actor, { slug, reason: form.reason });
    case "restore":
      return restoreHousehold(actor, { slug });
  }
}
