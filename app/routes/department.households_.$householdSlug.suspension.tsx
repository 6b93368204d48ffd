import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { suspensionForm } from "~/domain/compliance/forms-suspension";
import { firstSuspensionDay } from "~/domain/compliance/queries-duties.server";
import {
  findAnnounced,
  listSuspensionRequests,
} from "~/domain/compliance/queries-suspensions.server";
import { suspendHousehold } from "~/domain/flows/suspend-household.server";
import { withdrawSuspension } from "~/domain/flows/withdraw-suspension.server";
import { householdStateOf } from "~/domain/households/queries-department.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { SuspensionView } from "~/ui/compliance/suspension-view";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { failureReply, fieldFailureReply, readForm } from "~/web/mutation.server";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("suspension.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "household.approve");
  const slug = args.params["householdSlug"] ?? "";
  const household = orNotFound(await householdStateOf(slug));
  return {
    slug,
    household,
    announced: await findAnnounced(household.id),
    requests: await listSuspensionRequests(household.id),
    first: await firstSuspensionDay(),
    suspensionId: newId("sus") as string,
    shownAt: now(),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Where the fault of a form stands. */
const FIELD_OF: Readonly<Record<string, string>> = {
  suspension_request_unknown: "reference",
  suspension_too_early: "effectiveOn",
  suspension_too_late: "effectiveOn",
};

/** Suspends the household, or tells it from which day on; or takes back what it was told. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "household.approve");
  const slug = args.params["householdSlug"] ?? "";
  const { id: householdId } = orNotFound(await householdStateOf(slug));
  const read = await readForm(args.request, suspensionForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  if (read.value.intent === "withdraw") {
    const withdrawn = await withdrawSuspension(actor, { ...read.value, householdId });
    if (!withdrawn.ok) return data<MutationReply>(failureReply(withdrawn), { status: 409 });
    return redirect(paths.householdSuspension(slug, { done: "withdrawn" }), 303);
  }
  const told = await suspendHousehold(actor, { slug, form: read.value });
  if (told.ok) return redirect(paths.householdSuspension(slug, { done: "told" }), 303);
  if (told.code === "household_not_found") throw notFound();
  const field = FIELD_OF[told.code];
  const reply =
    field === undefined
      ? failureReply(told, read.submission)
      : fieldFailureReply(told, field, read.submission);
  return data<MutationReply>(reply, { status: 409 });
}

export default function HouseholdSuspensionPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <SuspensionView {...page} reply={reply} />;
}
