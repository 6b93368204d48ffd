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
import { findSession } from "~/domain/training/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { SessionReasonForm } from "~/ui/training/session-reason-form";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.reopenTitle"));

async function sessionOf({ params }: DoorArgs) {
  return orNotFound(await findSession({ kind: "all" }, params["sessionId"] ?? ""));
}

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "training.manage");
  const { id, title } = await sessionOf(args);
  return { id, title };
}

/** Opens a closed list again, with the reason. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "training.manage");
  const { id } = await sessionOf(args);
  const read = await readForm(args.request, sessionReasonForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { reason } = read.value;
  const moved = await moveTraining(
    actor,
    { kind: "all" },
    { sessionId: id, to: "planned", reason },
  );
  if (!moved.ok) {
    return data<MutationReply>(failureReply(moved, read.submission), { status: 409 });
  }
  return redirect(paths.departmentSession(id, { done: "reopened" }), 303);
}

export default function TrainingReopeningPage() {
  const { id, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentSession(id)} text={mark(title, "vi")} />
      <h1 className="text-3xl">{t("training.reopenTitle")}</h1>
      <p className="mt-2 text-soft">{t("training.reopenText")}</p>
      <SessionReasonForm
        action={paths.sessionReopening(id)}
        hint={t("training.reopenReasonHint")}
        submit={t("training.reopen")}
        reply={reply}
      />
    </div>
  );
}
