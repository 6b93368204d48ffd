import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkConsent } from "~/domain/flows/check-consent.server";
import { stopHelping } from "~/domain/flows/stop-helping.server";
import { endConsentForm } from "~/domain/households/forms-delegation";
import { findDelegation } from "~/domain/households/queries-delegations.server";
import { listActsOfHelper } from "~/domain/households/queries-helped-acts.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DepartmentDelegation } from "~/ui/helpers/department-delegation";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.departmentLink"));

async function delegationOf({ params }: DoorArgs) {
  return orNotFound(await findDelegation(params["delegationCode"] ?? ""));
}

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "delegation.manage");
  const delegation = await delegationOf(args);
  const query = new URL(args.request.url).searchParams;
  return {
    delegation,
    helped: await listActsOfHelper(delegation, pageOf(query.get("page"))),
    done: query.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "delegation.manage");
  const { code, status } = await delegationOf(args);
  const form = await readFormData(args.request);
  if (form.has("check")) {
    const checked = await checkConsent(actor, { code });
    if (!checked.ok) return data<MutationReply>(failureReply(checked), { status: 409 });
    return redirect(paths.departmentHelper(code, { done: "checked" }), 303);
  }
  const read = checkForm(form, endConsentForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const by = status === "asked" ? "department" : "call";
  const { reason } = read.value;
  const ended = await stopHelping(actor, { code, stopper: { by, reason } });
  if (!ended.ok) throw notFound();
  return redirect(paths.departmentHelper(code, { done: "ended" }), 303);
}

export default function DepartmentHelperPage() {
  return (
    <DepartmentDelegation
      {...useLoaderData<typeof loader>()}
      reply={useActionData<typeof action>()}
    />
  );
}
