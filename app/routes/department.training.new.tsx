import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planTraining } from "~/domain/flows/plan-training.server";
import { listCommunes } from "~/domain/places/queries.server";
import { newSessionForm } from "~/domain/training/forms";
import { listAgents } from "~/domain/training/queries.server";
import { now } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { SessionForm } from "~/ui/training/session-form";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { planReply } from "~/web/session-reply.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.newTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "training.manage");
  return {
    sessionId: newId("trn"),
    communes: await listCommunes(settings().PROVINCE),
    agents: await listAgents(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "training.manage");
  const read = await readForm(args.request, newSessionForm(localDateOf(now()), "all"));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const planned = await planTraining(actor, { kind: "all" }, read.value);
  if (!planned.ok) return planReply(planned, read.submission);
  return redirect(paths.departmentSession(read.value.sessionId, { done: "planned" }), 303);
}

export default function NewTrainingPage() {
  const choices = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentTraining()} text={t("training.title")} />
      <h1 className="text-3xl">{t("training.newTitle")}</h1>
      <SessionForm action={paths.newTraining()} {...choices} reply={reply} />
    </div>
  );
}
