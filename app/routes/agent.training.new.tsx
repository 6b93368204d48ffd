import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planTraining } from "~/domain/flows/plan-training.server";
import { listHelpedCommunes } from "~/domain/households/queries-helped-communes.server";
import { newSessionForm } from "~/domain/training/forms";
import { sessionsOf } from "~/domain/training/planner";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { EmptyState } from "~/ui/primitives/notice";
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
  const { user } = await requirePermission(args, "training.keep_list");
  return { sessionId: newId("trn"), communes: await listHelpedCommunes(user.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "training.keep_list");
  const read = await readForm(args.request, newSessionForm(localDateOf(now()), "helper"));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const planned = await planTraining(actor, sessionsOf(user.id), read.value);
  if (!planned.ok) return planReply(planned, read.submission);
  return redirect(paths.agentSession(read.value.sessionId, { done: "planned" }), 303);
}

export default function NewAgentSessionPage() {
  const choices = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.agentTraining()} text={t("training.title")} />
      <h1 className="text-3xl">{t("training.newTitle")}</h1>
      <p className="mt-2 text-soft">{t("training.agentNewLead")}</p>
      {choices.communes.length === 0 ? (
        <EmptyState title={t("training.agentNoCommune")} />
      ) : (
        <SessionForm action={paths.newAgentSession()} {...choices} reply={reply} />
      )}
    </>
  );
}
