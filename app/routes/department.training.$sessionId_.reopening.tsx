import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveTraining } from "~/domain/flows/move-training.server";
import { sessionReasonForm } from "~/domain/training/forms";
import { findPlannedSession } from "~/domain/training/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { SessionReopening } from "~/ui/training/session-moves";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.reopenTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "training.manage");
  const sessionId = args.params["sessionId"] ?? "";
  const { id, title } = orNotFound(await findPlannedSession({ kind: "all" }, sessionId));
  return { id, title };
}

/** Opens a closed list again, with the reason. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "training.manage");
  const scope = { kind: "all" } as const;
  const { id } = orNotFound(await findPlannedSession(scope, args.params["sessionId"] ?? ""));
  return answerForm(args.request, sessionReasonForm, {
    act: ({ reason }) => moveTraining(actor, scope, { sessionId: id, to: "planned", reason }),
    next: () => paths.departmentSession(id, { done: "reopened" }),
  });
}

export default function TrainingReopeningPage() {
  const { id, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const links = { session: paths.departmentSession(id), self: paths.sessionReopening(id) };
  return <SessionReopening title={title} links={links} reply={reply} />;
}
