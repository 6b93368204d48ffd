import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refuseEntryCode } from "~/domain/flows/refuse-entry-code.server";
import { endConsentForm } from "~/domain/households/forms-delegation";
import { findEntryCode, findEntryHousehold } from "~/domain/households/queries-entry-codes.server";
import { reader } from "~/platform/db.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { EntryRefusalForm } from "~/ui/helpers/entry-refusal-form";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("entry.callTitle"));

async function codeOf({ params }: DoorArgs) {
  const household = orNotFound(await findEntryHousehold(params["householdSlug"] ?? ""));
  const code = orNotFound(await findEntryCode(reader(), params["codeId"] ?? ""));
  if (code.householdId !== household.id) throw notFound();
  return { household, code };
}

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "entry_code.give");
  const { household, code } = await codeOf(args);
  return { slug: household.slug, name: household.name, codeId: code.id };
}

/** A household has called: it was not the household. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "entry_code.give");
  const { household, code } = await codeOf(args);
  const read = await readForm(args.request, endConsentForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const refusal = { by: "call" as const, ...read.value };
  const refused = await refuseEntryCode(actor, { codeId: code.id, refusal });
  if (!refused.ok) throw notFound();
  const { payoutAccount: account, phone } = refused.value;
  const done = { done: "refused", account, ...(phone === null ? {} : { phone }) };
  return redirect(paths.giveEntryCode(household.slug, done), 303);
}

export default function EntryRefusalPage() {
  const { slug, name, codeId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.giveEntryCode(slug)} text={mark(name, "vi")} />
      <h1 className="text-3xl">{t("entry.callTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("entry.callLead")}</p>
      <EntryRefusalForm action={paths.departmentEntryRefusal(slug, codeId)} reply={reply} />
    </div>
  );
}
