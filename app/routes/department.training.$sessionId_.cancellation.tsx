import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveTraining } from "~/domain/flows/move-training.server";
import { sessionReasonForm } from "~/domain/training/forms";
import { findPlannedSession } from "~/domain/training/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { SessionCancellation } from "~/ui/training/session-moves";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.cancelTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "training.manage");
  const sessionId = args.params["sessionId"] ?? "";
  const { id, title } = orNotFound(await findPlannedSession({ kind: "all" }, sessionId));
  return { id, title };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "training.manage");
  const scope = { kind: "all" } as const;
  const { id } = orNotFound(await findPlannedSession(scope, args.params["sessionId"] ?? ""));
  return answerForm(args.request, sessionReasonForm, {
    act: ({ reason }) => moveTraining(actor, scope, { sessionId: id, to: "cancelled", reason }),
    next: () => paths.departmentSession(id, { done: "cancelled" }),
  });
}

export default function TrainingCancellationPage() {
  const { id, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const links = { session: paths.departmentSession(id), self: paths.sessionCancellation(id) };
  return <SessionCancellation title={title} links={links} reply={reply} />;
}
