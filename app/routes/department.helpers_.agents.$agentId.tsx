import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askHelper } from "~/domain/flows/ask-helper.server";
import { helperTargetForm } from "~/domain/households/forms-delegation";
import { findHelperResult } from "~/domain/households/queries-helpers.server";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ResultFacts } from "~/ui/helpers/helper-results";
import { TargetForm } from "~/ui/helpers/target-form";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.targetTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "delegation.manage");
  return {
    result: orNotFound(await findHelperResult(args.params["agentId"] ?? "")),
    targetId: newId("htg"),
    done: new URL(args.request.url).searchParams.has("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "delegation.manage");
  const agentId = args.params["agentId"] ?? "";
  const read = await readForm(args.request, helperTargetForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const asked = await askHelper(actor, { ...read.value, agentId });
  if (!asked.ok && asked.code === "helper_unknown") throw notFound();
  if (!asked.ok) return data<MutationReply>(failureReply(asked, read.submission), { status: 409 });
  return redirect(paths.helperResult(agentId, { done: 1 }), 303);
}

export default function HelperResultPage() {
  const { result, targetId, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentHelpers()} text={t("helpers.departmentLink")} />
      <h1 className="text-3xl">{mark(result.fullName, "vi")}</h1>
      {done && !reply ? <Notice tone="good" title={t("helpers.targetDone")} /> : null}
      <ResultFacts result={result} />
      <h2 className="mt-8 text-2xl">{t("helpers.targetTitle")}</h2>
      <p className="mt-2 text-soft">{t("helpers.targetNote")}</p>
      <TargetForm action={paths.helperResult(result.agentId)} targetId={targetId} reply={reply} />
      <p className="mt-8 flex flex-wrap gap-3 border-t border-line pt-6">
        <a className="button button-quiet" href={paths.helperPassword(result.agentId)}>
          {t("helpers.passwordRenew")}
        </a>
        <a className="button button-quiet" href={paths.helperRetirement(result.agentId)}>
          {t("helpers.retire")}
        </a>
      </p>
    </div>
  );
}
