import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { retireHelper } from "~/domain/flows/retire-helper.server";
import { endConsentForm } from "~/domain/households/forms-delegation";
import { findHelperResult } from "~/domain/households/queries-helpers.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { RetireForm } from "~/ui/helpers/retire-form";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.retire"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "delegation.manage");
  const found = orNotFound(await findHelperResult(args.params["agentId"] ?? ""));
  return { agentId: found.agentId, fullName: found.fullName };
}

/** Somebody helps no more. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "delegation.manage");
  const agentId = args.params["agentId"] ?? "";
  const read = await readForm(args.request, endConsentForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const retired = await retireHelper(actor, { agentId, ...read.value });
  if (!retired.ok) throw notFound();
  return redirect(paths.departmentHelpers({ done: "retired" }), 303);
}

export default function HelperRetirementPage() {
  const { agentId, fullName } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const name = mark(fullName, "vi");
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.helperResult(agentId)} text={name} />
      <h1 className="text-3xl">{t("helpers.retire")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("helpers.retireLead", { name })}</p>
      <RetireForm action={paths.helperRetirement(agentId)} reply={reply} />
    </div>
  );
}
