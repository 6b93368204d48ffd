import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveEntryCode, mayGiveCode } from "~/domain/flows/give-entry-code.server";
import { entryCodeForm } from "~/domain/households/forms-entry";
import { findEntryHousehold, listEntryCodes } from "~/domain/households/queries-entry-codes.server";
import { listPhoneChanges } from "~/domain/households/queries-phone-changes.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DepartmentEntryCode } from "~/ui/helpers/department-entry-code";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { failureReply, readForm } from "~/web/mutation.server";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("entry.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "entry_code.give");
  const household = orNotFound(await findEntryHousehold(slugOf(args)));
  const allowed = await mayGiveCode(reader(), household.slug);
  const query = new URL(args.request.url).searchParams;
  return {
    household,
    problem: allowed.ok ? null : allowed.code,
    codes: await listEntryCodes(scope, household.id),
    changes: await listPhoneChanges(scope, household.id),
    codeId: newId("pcd"),
    done: query.get("done"),
    account: query.get("account"),
    phone: query.get("phone"),
  };
}

/** Makes the digits; the answer shows them, and nothing shows them again. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "entry_code.give");
  const read = await readForm(args.request, entryCodeForm);
  if (!read.ok) return data({ reply: read.reply, given: null }, { status: 400 });
  const given = await giveEntryCode(actor, { ...read.value, slug: slugOf(args) });
  if (!given.ok) {
    if (given.code === "household_not_found") throw notFound();
    return data({ reply: failureReply(given, read.submission), given: null }, { status: 409 });
  }
  const place = originOf(args.request) + paths.handedCode("vi");
  return { reply: undefined, given: { ...given.value, place } };
}

function slugOf({ params }: DoorArgs): string {
  return params["householdSlug"] ?? "";
}

export default function HouseholdEntryCodePage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <DepartmentEntryCode {...page} given={answer?.given ?? null} reply={answer?.reply} />;
}
