import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveTraining } from "~/domain/flows/move-training.server";
import { sessionReasonForm } from "~/domain/training/forms";
import { isPlannedBy } from "~/domain/training/planner";
import { findSession } from "~/domain/training/queries.server";
import type { SessionScope } from "~/domain/training/types";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { SessionReasonForm } from "~/ui/training/session-reason-form";
import { requirePermission, type DoorArgs, type Entry } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.cancelTitle"));

const scopeOf = ({ user }: Entry): SessionScope => ({ kind: "helper", helperId: user.id });

/** One that this helper planned. */
async function sessionOf({ params }: DoorArgs, scope: SessionScope) {
  const session = orNotFound(await findSession(scope, params["sessionId"] ?? ""));
  return orNotFound(isPlannedBy(scope, session) ? session : null);
}

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "training.keep_list");
  const { id, title } = await sessionOf(args, scopeOf(entry));
  return { id, title };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "training.keep_list");
  const scope = scopeOf(entry);
  const { id } = await sessionOf(args, scope);
  const read = await readForm(args.request, sessionReasonForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { reason } = read.value;
  const cancelled = { sessionId: id, to: "cancelled", reason } as const;
  const moved = await moveTraining(entry.actor, scope, cancelled);
  if (!moved.ok) {
    return data<MutationReply>(failureReply(moved, read.submission), { status: 409 });
  }
  return redirect(paths.agentSession(id, { done: "cancelled" }), 303);
}

export default function AgentCancellationPage() {
  const { id, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.agentSession(id)} text={mark(title, "vi")} />
      <h1 className="text-3xl">{t("training.cancelTitle")}</h1>
      <p className="mt-2 text-soft">{t("training.cancelText")}</p>
      <SessionReasonForm
        action={paths.agentSessionCancellation(id)}
        hint={t("training.cancelReasonHint")}
        submit={t("training.cancel")}
        isDanger
        reply={reply}
      />
    </div>
  );
}
