import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { keepAttendance } from "~/domain/flows/keep-attendance.server";
import { loadSessionDesk } from "~/domain/flows/load-session-desk.server";
import { attendanceForm } from "~/domain/training/forms";
import { soughtOf } from "~/domain/training/sought";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { SessionDesk } from "~/ui/training/session-desk";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "training.manage");
  const query = new URL(args.request.url).searchParams;
  const asked = {
    sessionId: args.params["sessionId"] ?? "",
    sought: soughtOf(query.get("q") ?? ""),
  };
  return {
    ...orNotFound(await loadSessionDesk({ kind: "all" }, asked)),
    done: query.get("done"),
    listed: query.get("listed"),
    problem: query.get("problem"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "training.manage");
  const sessionId = args.params["sessionId"] ?? "";
  return answerForm(args.request, attendanceForm, {
    act: async (change) => {
      const kept = await keepAttendance(actor, { kind: "all" }, { sessionId, change });
      if (!kept.ok && kept.code === "training_not_found") throw notFound();
      return kept;
    },
    next: ({ householdEntryId }, { intent }) =>
      paths.departmentSession(sessionId, {
        done: intent === "remove" ? "removed" : "listed",
        listed: householdEntryId ?? undefined,
      }),
  });
}

export default function DepartmentSessionPage() {
  const desk = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { id } = desk.session;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.departmentTraining()} text={t("training.title")} />
      <SessionDesk
        data={desk}
        reply={reply}
        links={{
          self: paths.departmentSession(id),
          sheet: paths.departmentSessionSheet(id),
          closure: paths.sessionClosure(id),
          plan: paths.sessionPlan(id),
          cancellation: paths.sessionCancellation(id),
          reopening: paths.sessionReopening(id),
        }}
      />
    </div>
  );
}
