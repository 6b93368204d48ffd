import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideItem } from "~/domain/flows/decide-item.server";
import { itemDecisionForm } from "~/domain/joining/forms";
import {
  findJoiningHousehold,
  loadChecklistEntry,
} from "~/domain/joining/queries-checklists.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OfficerItem } from "~/ui/joining/officer-item";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("joining.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "household.approve");
  const { slug, itemId } = namedIn(args);
  const household = orNotFound(await findJoiningHousehold(slug));
  return { household, entry: orNotFound(await loadChecklistEntry(household.id, itemId)) };
}

/** Seen, sent back or waived. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "household.approve");
  const { slug, itemId } = namedIn(args);
  const read = await readForm(args.request, itemDecisionForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const decided = await decideItem(actor, { slug, itemId, ...read.value });
  if (decided.ok) return redirect(paths.householdJoining(slug, { done: "decided" }), 303);
  switch (decided.code) {
    case "household_not_found":
    case "item_not_found":
      throw notFound();
    case "item_seen_where": {
      const reply = fieldErrorReply(read.submission, "reason", decided.code);
      return data<MutationReply>(reply, { status: 400 });
    }
    case "item_changed":
    case "item_step_not_allowed":
    case "statement_changed":
    case "form_outdated":
      return data<MutationReply>(failureReply(decided, read.submission), { status: 409 });
  }
}

function namedIn({ params }: DoorArgs) {
  return { slug: params["householdSlug"] ?? "", itemId: params["itemId"] ?? "" };
}

export default function HouseholdJoiningItemPage() {
  const { household, entry } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <OfficerItem household={household} entry={entry} reply={reply} />;
}
