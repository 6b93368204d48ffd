import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sendEvidence } from "~/domain/flows/send-evidence.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { evidenceForm } from "~/domain/joining/forms";
import { loadChecklistEntry } from "~/domain/joining/queries-checklists.server";
import { newId } from "~/platform/ids";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HouseholdItem } from "~/ui/joining/household-item";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound, tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { sentFiles } from "~/web/sent-files.server";

// A photo is work; a helper sends for a whole village.
const perPerson = createRateLimit({ limit: 60, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("joining.title"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "profile.edit");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const itemId = args.params["itemId"] ?? "";
  const query = new URL(args.request.url).searchParams;
  return {
    deskHouseholdId: household.id,
    entry: orNotFound(await loadChecklistEntry(household.id, itemId)),
    formId: newId("jsf"),
    problem: query.get("problem"),
  };
}

/** Evidence for an officer to look at. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope, user } = await requirePermission(args, "profile.edit");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const waitMs = perPerson.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = await readForm(args.request, evidenceForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const files = await sentFiles({ form: read.form, ownerId: user.id }, "files");
  const itemId = args.params["itemId"] ?? "";
  const { formId } = read.value;
  const sent = await sendEvidence(actor, scope, {
    householdId: household.id,
    itemId,
    formId,
    files,
  });
  if (sent.ok) {
    for (const file of files) await file.drop();
    return redirect(paths.joining({ ...deskQuery(args), done: "sent" }), 303);
  }
  if (sent.code === "item_not_found") throw notFound();
  const isStale = sent.code === "item_step_not_allowed" || sent.code === "form_outdated";
  const reply = isStale
    ? failureReply(sent, read.submission)
    : fieldErrorReply(read.submission, "files", sent.code);
  return data<MutationReply>(reply, { status: isStale ? 409 : 400 });
}

export default function JoiningItemPage() {
  const { entry, formId, problem } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <HouseholdItem entry={entry} formId={formId} problem={problem} reply={reply} />;
}
