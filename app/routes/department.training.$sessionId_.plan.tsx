import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeTraining } from "~/domain/flows/change-training.server";
import { listCommunes } from "~/domain/places/queries.server";
import { sessionForm } from "~/domain/training/forms";
import { findPlannedSession, listAgents } from "~/domain/training/queries.server";
import { now } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { SessionForm } from "~/ui/training/session-form";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { planReply } from "~/web/session-reply.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.editTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "training.manage");
  return {
    session: orNotFound(await findPlannedSession({ kind: "all" }, args.params["sessionId"] ?? "")),
    communes: await listCommunes(settings().PROVINCE),
    agents: await listAgents(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "training.manage");
  const { id } = orNotFound(
    await findPlannedSession({ kind: "all" }, args.params["sessionId"] ?? ""),
  );
  const read = await readForm(args.request, sessionForm(localDateOf(now()), "all"));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const changed = await changeTraining(actor, { kind: "all" }, { ...read.value, sessionId: id });
  if (!changed.ok) return planReply(changed, read.submission);
  return redirect(paths.departmentSession(id, { done: "changed" }), 303);
}

export default function TrainingPlanPage() {
  const { session, communes, agents } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentSession(session.id)} text={mark(session.title, "vi")} />
      <h1 className="text-3xl">{t("training.editTitle")}</h1>
      <SessionForm
        action={paths.sessionPlan(session.id)}
        plan={session}
        communes={communes}
        agents={agents}
        reply={reply}
      />
    </div>
  );
}
